"""The API measured side by side with a stock one, with plain rows, and with Datasette."""
