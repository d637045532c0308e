"""English words for what a statement speaks of, by matter; a new word is one entry."""

from __future__ import annotations

from claims.reading.assertions.matters import Matter, MatterWords
from claims.reading.languages.english.bodies import NATIONS
from claims.reading.phrases import listed

M = Matter

_RESUMED = ", ".join(
    f"{verb} {whose}{kind}{operations}"
    for verb in ("resume", "resumes", "resumed", "resuming", "resumption of", "taking up", "took up", "takes up")
    for whose in ("", "its ", "their ", "our ", "the ")
    for kind in ("", "military ", "combat ", "offensive ", "fighting ")
    for operations in ("operation", "operations")
)

WORDS = {
    M.TRUCE: """
        ceasefire, cease-fire, ceasefires, cease-fires, truce, truces, cessation of hostilities,
        cessation of all hostilities, halt to hostilities, end to hostilities, ceasefire agreement, ceasefire deal,
        ceasefire regime, truce deal, armistice, silence regime, regime of silence, regime of calm, calm agreement,
        stable ceasefire, stable truce, durable ceasefire, full cessation, full ceasefire, full cease-fire,
        complete ceasefire, complete cease-fire,
        comprehensive ceasefire, lasting ceasefire, unilateral ceasefire, new ceasefire
    """,
    M.DEAL: """
        agreement, agreements, deal, deals, accord, accords, memorandum, protocol, understanding, understandings,
        pact, de-escalation zone, deescalation zone, de-escalation zones, de-escalation agreement, de-escalation area,
        demilitarised zone, demilitarized zone, buffer zone, sochi agreement, sochi agreements, sochi deal,
        sochi memorandum, astana agreement, astana agreements, moscow agreement, commitments, obligations, roadmap,
        safe zone, security corridor, de-escalation
    """,
    M.ANNOUNCED: """
        announce, announces, announced, announcing, declare, declares, declared, declaring, proclaim, proclaimed,
        unveiled, announcement
    """,
    M.AGREED: """
        agree, agrees, agreed, agreed on, reach, reached, reaches, reaching, broker, brokered, signed, negotiated,
        struck a deal, concluded, approved, accepted, accept, accepts, endorsed, reaffirmed, backed the
    """,
    M.BEGAN: """
        began again, begun again, started again, starting again, brought about,
        will take place, would take place, came into force, come into force, comes into force, coming into force,
        came into effect, come into effect,
        comes into effect, coming into effect, took effect, take effect, takes effect, taken effect, taking effect,
        took hold, taken hold, take hold, went into effect, go into effect, goes into effect, gone into effect,
        went into force, go into force, goes into force, gone into force, entered into force, enters into force,
        enter into force, entered force, entry into force, start, starts, started, starting, begin, begins, began,
        begun, beginning, kicked in, launched, introduce, introduced, introduces, imposed, established, implemented,
        implementing, is to start, put in place, put into effect, reinstated, restored
    """,
    M.IN_FORCE: """
        in force, in effect, in place, be effective, become effective, becomes effective, became effective,
        is effective, secured, realised, realized, achieved, holds sway, remains valid, is valid,
        applies, applied, in operation
    """,
    M.CEASED: """
        ceased fire, ceased firing, stop firing, stops firing, cease fire, ceasing fire, stopped firing,
        stopped fire, laid down arms,
        unilaterally ceasefire, unilaterally cease fire, will ceasefire, would ceasefire,
        hold our fire, holding our fire, held our fire, hold its fire, holds its fire, holding its fire, held its fire,
        has held its fire, had held its fire, have held their fire, had held their fire, stopped its fire,
        ceased its fire, ceased their fire, hold their fire, held their fire, held fire, hold fire,
        holding their fire, suspended operations, suspended hostilities, ceased hostilities,
        suspended their operations, suspended military operations, halted operations, halted military operations,
        stopped military operations, halted its offensive, halted their offensive, stopped fighting,
        stopped hostilities
    """,
    M.ENDED: """
        collapse, collapses, collapsed, collapsing, fell apart, fallen apart, broke down, broken down, called off,
        calls off, calling off, cancelled, canceled, expired, expire, expires, ended, ends, ending, end of the,
        no longer holds, has not held, have not held, had not held, did not hold, not holding, failed to hold,
        unravelled, unraveled, unravelling, failed, failing, fails, scrapped, withdrew from the
    """,
    M.RESUMED: """
        truce over, ceasefire over, truce is over, ceasefire is over, truce was over, ceasefire was over,
        end of the truce, end of the ceasefire, end to the truce, end to the ceasefire,
        resumption of hostilities, resumption of fighting,
        resumed hostilities, resumed its offensive, resumed their offensive, resumption of the offensive,
        halt to a truce, halt to the truce, halt to a ceasefire, halt to the ceasefire, ending a truce,
        ending the truce, ending a ceasefire, ending the ceasefire, end to a truce, end to a ceasefire,
    """
    + _RESUMED,
    M.KEPT: """
        keeping to, kept the, keep the, keeps the, keeping the, kept its, keep its, kept to the, kept a,
        hold, holds, holding, is holding, being held, has held, have held, had held, largely held, mostly held,
        held up, respect, respects, respected, respecting, observe, observes, observed, observing, comply, complies,
        complied, complying, compliance, abide, abides, abided, abiding, abode, adhere, adheres, adhered, adhering,
        adherence, honour, honours, honoured, honouring, honor, honors, honored, honoring, committed to,
        commitment to, commit to, stick to, sticks to, sticking to, stuck to, uphold, upholds, upheld, upholding,
        maintained, being kept, kept to, keeps to, keep to, survives, survived, in compliance, being implemented,
        fulfil, fulfill, fulfils, fulfills, fulfilled, fulfilling, implements
    """,
    M.CALM: """
        without incident, without incidents, without violations, calm, calmer, quiet, quieter, stable, tranquil,
        tranquility, tranquillity, lull, relative calm, silence, peaceful, stabilised, stabilized, calmness,
        nothing has happened, nothing happened, no incident was
    """,
    M.LESS: """
        decrease, decreased, decreases, decreasing, dropped dramatically, dropped significantly, dropped sharply,
        dropped considerably, dropped markedly, dropped off, violence dropped, attacks dropped, drop in, decline,
        declined, declines, declining, reduction, reduced, reducing, fell sharply, fallen, subsided, eased, easing,
        eases,
        subside, subsides, subsiding, fewer, lower, diminished, less intense, lessened, de-escalated, abated,
        abating, waned, died down,
        tapered off, slowed
    """,
    M.MORE: """
        increase, increased, increases, increasing, stepped up, step up, stepping up, intensified, intensify,
        intensifies, intensifying, escalated, escalate, escalates, escalating, escalation, ratcheted up, surge,
        surged, upsurge, uptick, spike, mounting, more frequent, worsened, worsening, flare-up, flared, rising, soared
    """,
    M.STOPPED: """
        stop, stops, stopped, stopping, halt, halts, halted, halting, suspend, suspends, suspended, suspending, cease,
        ceases, ceased, ceasing, pause, paused, cessation, freeze, froze, frozen, discontinued, refrain, refrained,
        refrains, refraining, put on hold, absence, absent, abstained, no new, prevented
    """,
    M.CONTINUED: """
        yet again, once again,
        continue, continues, continued, continuing, continuation, persist, persists, persisted, persisting, ongoing,
        keep, keeps, kept, still, resume, resumes, resumed, resuming, resumption, renewed, unabated, goes on, went on,
        pressed on, pressing on, carried on, does not stop, did not stop, have not stopped, has not stopped, non-stop,
        relentless, again, began again, begun again, started again, starting again
    """,
    M.BREACHED: """
        violate, violates, violated, violating, breach, breaches, breached, breaching, break, breaks, broke, broken,
        breaking, infringe, infringed, infringing, flout, flouts, flouted, flouting, contravened, disregard,
        disregarded, ignored, ignoring, ignore, failed to comply, fail to comply, fails to comply, failing to comply,
        failed to abide, failing to abide, failed to respect, failed to honour, failed to honor, failed to fulfil,
        failed to fulfill, failing to fulfil, failing to fulfill, failed to observe, failed to implement,
        failed to meet, failed to keep, refused to abide, refuse to abide, refused to comply, non-compliance, reneged,
        reneging, exploiting, exploited, exploit, exploits, taking advantage of, took advantage of, in violation of,
        in breach of, contrary to, defied, defying
    """,
    M.HARMED: """
        wreck, wrecks, wrecked, wrecking, undermine, undermines, undermined, undermining, endanger, endangers,
        endangered, endangering, jeopardise, jeopardises, jeopardised, jeopardising, jeopardize, jeopardizes,
        jeopardized, jeopardizing, sabotage, sabotaged, sabotaging, torpedo, torpedoed, torpedoing, derail, derailed,
        derailing, shatter, shattered, shattering, disrupt, disrupts, disrupted, disrupting, thwart, thwarted,
        thwarting, threaten, threatens, threatened, threatening, at risk, in danger, in jeopardy, under threat,
        under strain, strained, fragile, shaky, tested, testing, compromised, destabilise, destabilised,
        destabilising, destabilize, destabilized, destabilizing, poses a threat, pose a threat, posing a threat,
        put the, puts the, ruin, ruined, destroying
    """,
    M.BREACH: """
        any violation, any breach,
        violation, violations, breach, breaches, ceasefire violation, ceasefire violations, truce violations,
        truce violation, infringement, infringements, infraction, infractions, provocation, provocations, incident,
        incidents, breakdown, non-compliance, aggression, aggressions, hostile acts, hostile act, hostilities,
        acts of violence, violence
    """,
    M.AIR: """
        airstrike, airstrikes, air strike, air strikes, air raid, air raids, aerial raid, aerial raids,
        aerial bombardment, aerial bombardments, aerial bombing, aerial bombings, aerial attack, aerial attacks,
        aerial strike, aerial strikes, aerial campaign, air attack, air attacks, air campaign, air assault,
        airborne attacks, bombing campaign, bombing raid, bombing raids, sortie, sorties, barrel bomb, barrel bombs,
        barrel-bombed, cluster bomb, cluster bombs, bombs, bombed, bombing, bombings, dropped bombs, raids,
        vacuum bombs, carpet bombing, strafed, strafing, air bombing
    """,
    M.PLANE: """
        flights, flight, military flights,
        air forces, warplane, warplanes, jet, jets, fighter jet, fighter jets, war planes, planes, aircraft, helicopter,
        helicopters, helicopter gunships, gunship, gunships, air force, airforce, bomber, bombers, air power, flew,
        overflights, drones, drone, surveillance planes, reconnaissance planes
    """,
    M.SHELLING: """
        shooting, shootings,
        shell, shells, shelled, shelling, shellings, artillery, artillery fire, artillery bombardment,
        artillery bombing, artillery rounds, artillery shells, mortar, mortars, mortar fire, mortar shells,
        mortar rounds, rocket, rockets, rocket fire, rocket attack, rocket attacks, rocketed, missile, missiles,
        ballistic missiles, missile attack, missile attacks, missile strike, missile strikes, bombard, bombards,
        bombarded, bombarding, bombardment, bombardments, pounded, pounding, pound, shot, shots, gunfire, sniper fire,
        sniper, snipers, fire at, fired, fires, firing, opened fire, open fire, opening fire, retaliatory fire,
        returned fire, machine-gun fire, machine gun fire, heavy fire, tank fire, multiple rocket systems,
        multiple launch rocket systems, mlrs, grad, projectiles, munitions, cannon
    """,
    M.ATTACK: """
        any attack, any attacks, aimed on purpose, aimed deliberately, deliberately aimed,
        storm, storms,
        attack, attacks, attacked, attacking, attempted attack, attempted attacks, assault, assaults, assaulted,
        assaulting, offensive, offensives, counter-offensive, counteroffensive, hit, hits, hitting, struck, strike,
        strikes, striking, target, targets, targeted, targeting, ambush, ambushed, ambushes, stormed, storming,
        raided, raid, blast, blasts, explosion, explosions, exploded, blew up, detonated, bomb, car bomb, drone,
        aggressive action, aggressive actions,
        drones, drone attack, drone attacks, unmanned aerial vehicles, uav, uavs, incursion, incursions, infiltrate,
        infiltrated, infiltration, infiltration attempt, terror attacks, terrorist attacks, terrorist attack,
        military operation, military operations, military campaign, onslaught, hostile action, sabotage attack,
        chemical attack, chemical attacks, chemical weapons, toxic gas, chlorine, used force, armed provocations,
        havoc, blitz, fire, downed, shot down, gassed, poison gas
    """,
    M.CLASH: """
        exchanged fire, exchange fire, exchanges fire, exchanging fire, traded fire, trading fire, exchanged shelling,
        clash, clashes, clashed, clashing, fighting, battle, battles, fierce battles, firefight, firefights, skirmish,
        skirmishes, combat, fought, exchange of fire, exchanges of fire, confrontations, confrontation
    """,
    M.KILLED: """
        kill, kills, killed, killing, killings, dead, die, died, dies, dying, death, deaths, death toll, fatalities,
        fatality, martyred, martyrs, martyrdom, casualties, claimed the lives, lost their lives, lost his life,
        claimed the life, toll, slain, massacre, massacres, massacred, victims, perished, executed, bodies,
        lives lost, loss of life, were lost, been eliminated, were eliminated, was eliminated, neutralized, neutralised
    """,
    M.WOUNDED: """
        wound, wounded, wounding, wounds, injure, injured, injuring, injuries, injury, hurt, maimed, suffocated,
        suffocation, casualties
    """,
    M.DISPLACED: """
        displace, displaced, displacing, displacement, displacements, fled, flee, flees, fleeing, uproot, uprooted,
        uprooting, refugee, refugees, internally displaced, idp, idps, exodus, evacuate, evacuated, evacuating,
        evacuation, on the run, on the move, homeless, left their homes, leave their homes, forced from their homes,
        driven from their homes, re-settlement, resettlement, returning home, returning to their homes,
        return of displaced, return home, returned home, returned to their homes, return to their homes, returnees,
        displaced persons, migrants, influx, immigration, migration, returns
    """,
    M.DESTROYED: """
        destroy, destroyed, destroys, destruction, damage, damaged, damages, damaging, material damage, flatten,
        flattened, level, levelled, leveled, razed, in ruins, ruins, rubble, devastated, devastation, wiped out,
        demolished, knocked out, out of service
    """,
    M.SEIZED: """
        seize, seized, seizes, seizing, capture, captured, captures, capturing, retake, retook, retaken, recapture,
        recaptured, recapturing, took control, take control, taken control, taking control, gained control,
        regain control, regained control, regaining control, wrested, wrest, advance, advanced, advances, advancing,
        gain, gains, overran, overrun, liberate, liberated, liberating, liberation, fell to, breakthrough,
        made a breakthrough, rapid progress, territory, territories, territorial, conquered, under its control,
        under their control, took the town, took the village, pushed into, made gains, lost control, encircled,
        extended its control, extended their control, extended control,
        besieged, siege, occupied, occupy, occupation
    """,
    M.DEPLOYED: """
        deploy, deployed, deploys, deploying, deployment, deployments, reinforcement, reinforcements, reinforce,
        reinforced, reinforcing, convoy, convoys, massing, massed, mass troops, amassing, amassed, build-up, buildup,
        military build-up, dispatch, dispatched, dispatching, sent troops, sends troops, sent heavy reinforcements,
        sent reinforcements, sending troops, sent more troops, armoured vehicles, armored vehicles, troop movements,
        military vehicles, troops, observation post, observation posts, observation point, observation points,
        monitoring posts, checkpoints, checkpoint, stationed, military equipment, ground forces, ground troops,
        front lines, frontlines, re-armed, rearmed, arming, weapons, new lineup, elite army formations, tanks,
        military presence, route, entered, coordination centers, coordination centres, coordination center,
        coordination centre, joint coordination, positions around, mobilised, mobilized, military posts, cut short,
        cutting short, shortened, shorter route, forced to take
    """,
    M.SENT: """
        deployed, deploys, deploying, sent troops, sends troops, sent heavy reinforcements, sent reinforcements,
        sent more troops, sending troops, sending reinforcements, massing, massed, amassing, amassed, dispatched,
        re-armed, rearmed, moved troops, moved forces, set up checkpoints
    """,
    M.WITHDREW: """
        withdraw, withdraws, withdrew, withdrawn, withdrawing, withdrawal, withdrawals, pull back, pulled back,
        pulling back, pull out, pulled out, pulling out, pullback, pullout, retreat, retreated, retreating, vacate,
        vacated
    """,
    M.PATROL: """
        patrol, patrols, patrolled, patrolling, joint patrol, joint patrols
    """,
    M.BLOCKED: """
        block, blocks, blocked, blocking, blockade, cut off, cutting off, obstruct, obstructed, obstructing,
        obstruction, impede, impeded, impeding, hinder, hindered, hindering, hamper, hampered, hampering,
        stood in the path, stood in the way, climbed atop, barricade, barricades, barricaded, burning tyres,
        burning tires, sit-in, denied access, forced to turn back, turned back, closed the road, closed the highway,
        disrupt the patrol, prevented
    """,
    M.ABUSED: """
        human shields, human shield, using civilians, hostage, hostages, held captive, kidnapped, kidnapping,
        abducted, abduction, arrested, detained, tortured, beheaded, looted, looting, oppress, oppressing, terrorise,
        terrorising, terrorize, terrorizing, presence, ethnic cleansing, war crimes, crimes, staged, staging, stage,
        fabricated, scorched-earth, forcibly displaced, harass, extort
    """,
    M.TALKED: """
        peaceful settlement, working with, working hard with, put pressure on, talk, talks, negotiate, negotiations,
        negotiation, negotiating, meeting, meetings, meet, met, summit,
        dialogue, phone call, telephone call, discuss, discussed, discusses, discussing, discussions, discussion,
        diplomacy, diplomatic, mediation, mediated, political process, political solution, political settlement,
        peace process, joint efforts, efforts, consultations, consult, cooperation, cooperate, coordination,
        cooperating, constructive,
        coordinate, contacts, guarantor, guarantors, peace talks, astana, geneva, constitutional committee,
        resolution, security council, partners, duty, responsibility, foreign support, support for terrorists,
        rein in, in touch, coordinating, contact, ties, relations, reaffirmed, stressed the importance, envoy,
        sanctions, hypocrisy, politicization, politicisation, international community
    """,
    M.AID: """
        humanitarian response, response plan, capacity to respond, emergency response, medical response,
        aid, humanitarian aid, humanitarian, relief, food, medicine, medicines, medical supplies, shelter, shelters,
        tents, camps, humanitarian corridor, humanitarian corridors, humanitarian access, assistance, relief supplies,
        deliveries, supplies, humanitarian assistance, aid workers, evacuation of civilians, humanitarian situation
    """,
    M.SUFFERING: """
        heart attack, heart attacks, no water, no bread, no food, no electricity, no shelter, no fuel,
        suffering, suffer, suffered, suffers, trapped, stranded, catastrophe, crisis, disaster, humanitarian crisis,
        nightmare, misery, starvation, hunger, in need, plight, civilian lives, women and children, dire, freezing,
        cold, lives and livelihoods, tragedy, bloodbath, critical, hell, civilian areas, civilian infrastructure,
        material damage, danger, fear for, civilians
    """,
    M.THREAT: """
        do what is necessary, do whatever is necessary, do whatever necessary, whatever is necessary,
        what is necessary, retaliate, retaliates, retaliation, crushing retaliation, will respond, would respond,
        respond, response, respond firmly, vow, vows, vowed, vowing, eliminate, eliminated, crush, crushed, crushing,
        heavy price, pay the price, pay a price, will not hesitate, would not hesitate, must leave, surrender,
        will follow, would follow, final warnings, last warnings, warnings, or face, matter of time, or else,
        warning, warned, warn, warns, warning that, ultimatum, punish, punished, reprisal, reprisals,
        final military campaign, cleanse, victory, will pay, will be forced, prosecuted, will not tolerate,
        not tolerate, will not allow, would not allow, not stand by, consequences, reserves the right,
        reserve the right, reserved the right, right to respond, right to reply, threat,
        self-defense, self-defence, threats, threatened,
        all necessary, take action, will act, drive back, flush, flush out, leaflets, until the last, strongest terms,
        will continue to fight, every inch
    """,
    M.WISH: """
        call on, calls on, called on, calling on, call upon, called upon, call for, calls for, called for,
        calling for, urge, urges, urged, urging, must, should, ought to, need to, needs to, has to, have to, require,
        requires, required, hope, hopes, hoped, hoping, demand, demands, demanded, ask, asks, asked, appeal, appeals,
        appealed, important to, importance of, necessary, essential, vital, crucial, imperative, it is time, need for,
        let us, want, wants, wanted, wishes, expect, expects, expected, duty to, would like, seek, seeks, ready to
    """,
    M.LATER: """
        will follow, would follow,
        will, would, shall, won't, will not, going to, plan to, plans to, planned, intends to, intend to, set to,
        expected to, due to start, is to, are to, 'll, about to, could, may, might, scheduled, aims to, upcoming,
        looming, imminent, if
    """,
    M.CONDITION: """
        any attack, any attacks, any violation, any breach, if, unless, in case, in the event
    """,
    M.TERM: """
        aim, aims, aimed, aims at, aimed at, terms, provide for, provides for, provided for, stipulate, stipulates,
        stipulated, envisage, envisages, envisaged, include, includes, exclude, excludes, excluded, does not include,
        does not apply, not apply, does not cover, apply to, applies to, covers, cover, guarantee, guarantees,
        guaranteed, right to, bound by, required to, obliges, obliged, obligation, under the agreement,
        under the deal, according to the deal, conditional, condition, conditions, on condition, provided that,
        in exchange, in return, allow, allows, allowed, permit, permits, open-ended, exception,
        terrorist groups are not, separate, separation, disarm, heavy weapons, duty, unilateral, unilaterally, clause,
        provisions, open the
    """,
    M.WATCHED: """
        closely following, following closely, following developments, monitoring, closely monitoring, monitors,
        watching closely, keeping a close eye, supervising, overseeing, situation
    """,
    M.NOT: """
        not yet, as yet, could not speak of, could not talk of, cannot talk about, could not talk about,
        not, no, none, never, neither, nor, nobody, nothing, cannot, can't, didn't, doesn't, don't, isn't, aren't,
        wasn't, weren't, hasn't, haven't, hadn't, won't, wouldn't, refuse, refuses, refused, refusing, rejected,
        rejects, fail, failed, failing, fails, far from, lack of, nowhere, false, untrue, baseless, unfounded,
        no longer, absence of a tendency, absence of a trend, no tendency, no sign of, not possible to say,
        not possible to talk of, not possible to speak of, not possible to talk about,
        impossible to say, impossible to speak of, cannot say, cannot speak of, cannot talk of, unwillingness,
        unwilling, reluctance, reluctant, refusal, inability, without any
    """,
    M.ONLY: """
        only, just, a few, few, isolated, minor, separate, limited, one or two, merely, mostly, largely
    """,
    M.BUT: """
        but, however, while, whereas, although, though, yet, nevertheless, nonetheless, on the other hand,
        even though, even as, only to, instead
    """,
    M.EXCEPT: """
        except, except for, apart from, but for, aside from, with the exception of, excepting, other than, save for,
        notwithstanding
    """,
    M.PURPOSE: """
        in order to, so as to, so that, with the aim of, with a view to, aimed at, for the sake of, to ensure,
        to maintain, to achieve, to preserve, to secure, to guarantee, to consolidate, for the purpose of,
        designed to, meant to, intended to
    """,
    M.PRIOR: """
        from weeks of, from months of, from days of, in weeks of, in months of,
        after weeks of, after months of, after days of, after years of, after a week of, after a month of,
        after a day of, after nearly a month of, following weeks of, following months of, following days of,
        following a week of, after several days of, after several weeks of, after several months of, after a wave of,
        where, amid fears
    """,
    M.DESPITE: """
        despite, in spite of, regardless of, in defiance of, notwithstanding
    """,
    M.AFTER: """
        on the day, the day, hours after, day after, days after, after, since, before, until, when, as, following,
        once, during, under, amid, ahead of, because of, as part of, that
    """,
    M.REPLY: """
        in response to, in retaliation for, in reply to, retaliatory, retaliated, responding to, respond to,
        responded to, fending off, fend off, fended off, repel, repelled, repelling, repulse, repulsed, repulsing,
        thwarted, foil, foiled, foiling, response to, in retaliation to, answering, countering, counter,
        in self-defence, in self-defense, intercepted, shot down, downed, in answer to, fought off
    """,
    M.BLAME: """
        work of, work of the, accuse, accuses, accused, accusing, blame, blames, blamed, blaming, carried out by,
        launched by, committed by, perpetrated by, conducted by, staged by, responsible for, responsibility for,
        guilty, because of, at the hands of, attributed to, condemn, condemns, condemned, condemning, denounce,
        denounced, denounces, decried
    """,
    M.GENERAL: """
        systematically, regularly, repeatedly, constantly, always, often, every day, daily, as usual, routinely,
        in general, long, generally, periodically, frequently, for years, for months, time and again, on a daily basis
    """,
    M.PAST: """
        was, were, had, did, has, have, took, came, went, fell, left, fled, hit, struck, killed, shot, fought, broke,
        began, met, sent, held, made, rose, brought, drove, lost, set, put, cut, led, kept, stood, flew, blew, fired,
        entered, won, saw, became, gave, died, been
    """,
    M.PERFECT: """
        has, have
    """,
    M.COUNTED: """
        registered, registers, recorded, records, documented, documents, counted, counts, monitored, monitors,
        detected, reported, reports, noted, confirmed, said, says, announced, condemned, has registered, has recorded,
        have registered, have recorded
    """,
    M.PRESENT: """
        as if, even if,
        may be, may have, might have, could have, may still be, might be, appears, appear,
        is, are, remains, remain
    """,
    M.CIVILIANS: """
        civilian, civilians, people, women, children, child, woman, residents, families, family, inhabitants,
        citizens, girl, boy, man, men, persons, person, locals, villagers, townspeople, lives, population,
        aid workers, rescuers, paramedics, medics, journalists, students, teachers, passers-by, infants, babies
    """,
    M.CIVILIAN_AREAS: """
        residential areas, residential area, residential, residential neighbourhoods, residential neighborhoods,
        neighbourhood, neighbourhoods, neighborhood, neighborhoods, homes, houses, house, home, towns, town, villages,
        village, market, markets, school, schools, city, cities, settlement, settlements, communities, civilian areas,
        populated areas, populated, bakery, bakeries, mosque, mosques, outskirts, shelter, camp,
        civilian infrastructure, farmland, shops, buildings, suburbs
    """,
    M.HOSPITALS: """
        hospital, hospitals, clinic, clinics, medical facility, medical facilities, medical centre, medical centres,
        medical center, medical centers, health facility, health facilities, health centres, ambulance, ambulances,
        surgical centre, medical points
    """,
    M.FIGHTERS: """
        fighter, fighters, militant, militants, terrorist, terrorists, rebel, rebels, insurgent, insurgents, gunmen,
        jihadist, jihadists, jihadis, extremists, armed groups, illegal armed groups, commanders, mercenaries,
        militias, militiamen, members
    """,
    M.TROOPS: """
        soldier, soldiers, troops, serviceman, servicemen, military personnel, personnel, forces, officers, army,
        conscripts, government forces, armed forces, military, peacekeepers, advisers, advisors
    """,
    M.POSITIONS: """
        ground targets, military targets, terrorist targets, militant targets, enemy targets,
        position, positions, post, posts, outpost, outposts, observation post, observation posts, observation point,
        observation points, headquarters, base, bases, depot, depots, checkpoint, checkpoints, stronghold,
        strongholds, barracks, ammunition, arms depots, command post, command posts, training camps, firing positions,
        fortifications, trenches, military facilities, facilities, infrastructure, hideouts, front lines, frontlines,
        convoy, vehicles, tanks
    """,
    M.AIRBASE: """
        airbase, airbases, air base, air bases, airfield, airport, hmeimim, khmeimim, hmeymim, humaymim
    """,
}

MATTERS = MatterWords(
    words=WORDS,
    past_endings=("ed",),
    infinitive="to ",
    asserted_infinitives=listed(
        """
        tried, try, trying, attempted, attempting, attempt, attempts, bid, bids,
        continue, continued, continues, continuing, began, begun, started, starting, managed, resumed, keep,
        persisted, responded, respond, response, responding, replied, reply, subjected, exposed, failed, refused,
        fail, refuse, refusing, failing, has, have, committed, is, was, were, led, used
        """
    ),
    unnamed="militants",
    acts=listed(
        """
        airstrikes, airstrike, air strikes, air strike, air raids, air raid, raids, raid, strikes, strike, bombing,
        bombings, bombardment, bombardments, shelling, shells, attack, attacks, assault, assaults, offensive,
        offensives, aggression, aggressions, fire, artillery fire, rocket fire, mortar fire, barrel bombs,
        violations, provocations, campaign, onslaught, bombs, breaches, incursion, crimes, massacre, massacres,
        siege, aerial bombardment, aerial bombardments, blockade, invasion, occupation, attempts, rockets, missiles,
        mortars
        """
    ),
    forces=listed(
        """
        forces, troops, soldiers, army, military, armed forces, military forces, army units, jets, fighter jets,
        warplanes, war planes, planes, aircraft, helicopters, helicopter, artillery, warships, tanks, air force,
        fighters, units, drones, military aircraft, gunships, rocket launchers, guns, snipers, army positions,
        military positions, checkpoints, army posts
        """
    ),
    nations={**NATIONS, "american": (*NATIONS["american"], "u.s.", "united states")},
    unnamed_forms=("fighters", "armed men", "unknown gunmen", "unidentified gunmen"),
    own_starts=("it", "they", "its", "their"),
    own_quoted=("we", "our"),
    struck=listed(
        """
        on, at, against, targeting, hit, hitting, attacked, attacking, shelled, shelling, bombed, bombing, targeted,
        struck, wounded, wounding, killed, killing, toward, towards, targets
        """
    ),
    impersonal=("is", "was", "would", "must", "should", "could", "will", "remains", "seems", "appears", "may"),
    own=listed(
        """
        its forces, its troops, its planes, its jets, its warplanes, its army, its aircraft, its soldiers,
        its units, our forces, our troops, our soldiers, our planes, our army, our units
        """
    ),
    areas=listed(
        """
        areas, area, territory, territories, positions, regions, parts, villages, towns, direction, posts,
        locations, ground
        """
    ),
    held=listed(
        """
        under, controlled by, held by, under the control of, occupied by, controlled by the, of
        """
    ),
    holding=("held", "controlled"),
    suffered_endings=listed(
        """
        ed, led, held, sent, made, given, taken, put, run, won, known
        """
    ),
    possessive="'s",
    article="al-",
    definite=("the", "this", "that"),
    by=("by",),
    genitive=("of",),
    origin=("from", "from the direction of"),
    takers=frozenset(
        listed(
            """
            northwest, northwestern, north-western, northern, north, northeast, northeastern, southern, south,
            southwest, southwestern, southeast, southeastern, eastern, east, western, west, central, rural, across,
            against, on, at, of, targeting, with, to, for, between, into, near, in, over, among, killed, hit,
            targeted, attacked, wounded, injured, destroyed, struck, shelled, bombed, attacking, killing, wounding,
            hitting, backed, backing, urged, called, warned, urging, calling, and, inside, around, toward, towards,
            including, alongside, bombing, shelling, via, through, without, than, like, under, across,
            supporting, supported, support, help, helped, urge, allow, fighting, fight, fought, battling, repelled,
            repelling, nor, neither
            """
        )
    ),
    objects=("on", "for", "against", "about"),
    hedged=listed(
        """
        believed to be, thought to be, suspected to be, likely to be, presumed to be, said to be, assumed to be
        """
    ),
    asides=listed(
        """
        illegal, unknown, foreign, pro-turkish, radical, various,
        the, a, an, its, their, several, some, two, other, nearby, foreign-backed, foreign-sponsored, so-called,
        takfiri, elite, syrian, bashar, assad, president, alleged, radical, suspected, turkish-backed, iran-backed,
        iranian-backed, western-backed, us-backed, russian-backed, turkey-backed, al-qaeda-linked, armed, presumed,
        unidentified, unknown
        """
    ),
    joins=(
        " and ",
        ", and ",
        " and its ",
        " and the ",
        " and their ",
        ", ",
        " as well as ",
        " along with ",
        " or ",
        " alongside ",
    ),
    passive=listed(
        """
        was, were, been, being, be, is, are, got, came under, come under, comes under, coming under, under,
        suffered, sustained, lost
        """
    ),
    fallen=("died", "fell", "martyred"),
    active_ending="ing",
    meetings=listed(
        """
        meeting, session, summit, talks, conference, briefing, assembly
        """
    ),
    turns=listed(
        """
        separately, elsewhere, in a separate, in another development, in other news, in a related
        """
    ),
    relatives=("who", "that"),
    they=("they",),
    it=("it",),
    charges=("of", "for"),
    anaphora=listed(
        """
        such, these, those, this, that, the
        """
    ),
)
