package dev.telltale.jobs.erasure;

import java.io.Serializable;

/** A value that is to go, without the value. */
public record Target(String fingerprint, String masked, String rule) implements Serializable {}
