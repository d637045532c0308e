from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

# A truce's pairs come in bursts. Without the claims in the index the planner would rather walk all pairs, newest first,
# and throw away tens of thousands of other truces' before it has a page.


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("claims", "0012_rendered_claims"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="claimpair",
            index=models.Index(
                models.F("ceasefire"),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("is_current", True), models.Q(("review_state", "rejected"), _negated=True)),
                include=["left", "right"],
                name="public_pair_newest_first",
            ),
        ),
        RemoveIndexConcurrently(model_name="claimpair", name="pair_newest_first"),
    ]
