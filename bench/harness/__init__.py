"""What the chapters of `make torture` share: acts, processes that can be killed, states."""
