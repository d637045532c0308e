"""A matter knows its claim's article, so that candidates are found in one index."""

import django.db.models.deletion
from django.db import migrations, models

FILL = """
UPDATE claims_claimmatter AS matter SET article_id = claim.article_id
FROM claims_claim AS claim WHERE claim.id = matter.claim_id
"""


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("claims", "0008_stale_days")]

    operations = [
        migrations.RemoveIndex(model_name="claimmatter", name="candidates"),
        migrations.AddField(
            model_name="claimmatter",
            name="article",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="claims.article",
                verbose_name="article",
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="claimmatter",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="claims.article",
                verbose_name="article",
            ),
        ),
        migrations.AddIndex(
            model_name="claimmatter",
            index=models.Index(
                fields=["ceasefire", "key", "first"], include=("last", "claim", "article"), name="candidates"
            ),
        ),
    ]
