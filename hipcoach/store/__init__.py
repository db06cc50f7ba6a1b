"""The diary on disk: TinyDB over checkpoint and journal, typed documents, backups, exports."""
