package dev.telltale.jobs.erasure;

/**
 * A copy that was made before anybody could erase: whom to ask for it, and until when it is kept.
 *
 * @param places findings or objects of that telemetry type in the plan
 */
public record CopyRequest(String telemetryType, String destination, String kept, long places) {}
