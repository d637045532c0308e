"""Forms of the pages."""

from claims.forms.bar import CLOCKS, FilterBar
from claims.forms.intake import AddressForm, FeedForm, UnderstoodForms, UploadForm
from claims.forms.parties import CompareForm
from claims.forms.review import ReviewForm

__all__ = [
    "CLOCKS",
    "AddressForm",
    "CompareForm",
    "FeedForm",
    "FilterBar",
    "ReviewForm",
    "UnderstoodForms",
    "UploadForm",
]
