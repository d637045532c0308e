"""English: the word lists that finding attributions and the people in them needs."""

from claims.reading.languages.english import reporting, words
from claims.reading.lexicon import Lexicon, Lists, verb_table, word_sets

LEXICON = Lexicon(
    Lists(
        verbs=verb_table(reporting.VERBS),
        abbreviations=tuple(words.ABBREVIATIONS),
        classes=word_sets(
            {
                "auxiliaries": words.AUXILIARIES,
                "be": words.BE,
                "negations": words.NEGATIONS,
                "adverbs": words.ADVERBS,
                "not_adverbs_in_ly": words.NOT_ADVERBS_IN_LY,
                "subordinators": words.SUBORDINATORS,
                "conjunctions": words.CONJUNCTIONS,
                "leads": words.LEADS,
                "prepositions": words.PREPOSITIONS,
                "days": words.DAYS,
                "months": words.MONTHS,
                "spans_of_time": words.SPANS_OF_TIME,
                "subject_pronouns": words.SUBJECT_PRONOUNS,
                "object_pronouns": words.OBJECT_PRONOUNS,
                "determiners": words.DETERMINERS,
                "possessives": words.POSSESSIVES,
                "introducers": words.INTRODUCERS,
                "finite_verbs": words.IRREGULAR_PASTS | words.FINITE_PRESENTS,
                "comma_breaks": words.COMMA_BREAKS,
                "saying_nouns": reporting.NOUNS,
                "documents": reporting.DOCUMENTS,
                "saying_adjectives": reporting.ADJECTIVES,
                "media_of_saying": reporting.MEDIA_OF_SAYING,
                "triggers": reporting.NOUNS | reporting.ADJECTIVES | reporting.OTHER_TRIGGERS,
                "media_words": reporting.MEDIA_WORDS,
                "media_names": reporting.MEDIA_NAMES,
                "people": reporting.PEOPLE,
                "audiences": reporting.AUDIENCES,
            }
        ),
    )
)

__all__ = ["LEXICON"]
