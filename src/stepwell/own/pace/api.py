"""The door of this room. Nobody calls it: what one wrote of their own pace is theirs."""
