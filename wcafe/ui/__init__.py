"""The desk: the facilitator's window. The contracts of this layer hold from its first line."""
