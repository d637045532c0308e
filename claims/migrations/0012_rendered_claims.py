import django.db.models.deletion
from django.db import migrations, models

# Whoever changes a public record tells the feed of changes, so that a mirror of it stays whole; the same word empties
# what was rendered. In one order, so that two writers never wait for each other in a circle.
FORGET = """
CREATE FUNCTION claims_forget_rendered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO claims_renderedclaim AS kept (claim_id, version)
    SELECT DISTINCT record_id, 0 FROM told WHERE record = 'claim' ORDER BY record_id
    ON CONFLICT (claim_id) DO UPDATE SET version = kept.version + 1, body = NULL;
    RETURN NULL;
END $$;
"""
TRIGGER = """
CREATE TRIGGER rendered_claims_are_forgotten AFTER INSERT ON claims_change REFERENCING NEW TABLE AS told
FOR EACH STATEMENT EXECUTE FUNCTION claims_forget_rendered();
"""
# After the trigger, which lets nobody change a claim before this is done; a million empty rows take seconds.
ENROL = "INSERT INTO claims_renderedclaim (claim_id, version) SELECT id, 0 FROM claims_claim ORDER BY id;"


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0011_revisits"),
    ]

    operations = [
        migrations.CreateModel(
            name="RenderedClaim",
            fields=[
                (
                    "claim",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="claims.claim",
                        verbose_name="claim",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, verbose_name="version")),
                ("body", models.BinaryField(null=True, verbose_name="body")),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.F("claim"),
                        condition=models.Q(("body__isnull", True)),
                        name="claim_to_be_rendered",
                    )
                ],
            },
        ),
        migrations.RunSQL(
            FORGET + TRIGGER + ENROL,
            "DROP TRIGGER rendered_claims_are_forgotten ON claims_change; DROP FUNCTION claims_forget_rendered();",
        ),
    ]
