"""The metrics of a report: pure rules over facts that are read already. `model` says what comes out of them."""
