package dev.telltale.hostile;

import java.util.function.Supplier;

/**
 * An object that was made to bring a scanner down.
 *
 * @param name says how; also the object's key
 * @param bytes makes it anew
 */
public record HostileObject(String name, Supplier<byte[]> bytes) {}
