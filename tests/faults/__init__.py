"""One file a kind of fault that was found by using and attacking policykg; see docs/faults.md."""
