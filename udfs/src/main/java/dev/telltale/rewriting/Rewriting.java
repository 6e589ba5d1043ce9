package dev.telltale.rewriting;

/** What became of one object that was to be rewritten. */
public sealed interface Rewriting permits Rewritten, NotRewritable {}
