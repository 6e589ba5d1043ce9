package dev.telltale.jobs.plan;

import dev.telltale.scan.ObjectRef;
import java.io.Serializable;

/**
 * An object and its place in the manifest of its run.
 *
 * @param ordinal 0-based line in the manifest
 */
public record PlannedObject(long ordinal, ObjectRef ref) implements Serializable {}
