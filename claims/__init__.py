"""The claim-conflict tracker: claims read from news articles, set side by side by ceasefire day, judged in pairs."""
