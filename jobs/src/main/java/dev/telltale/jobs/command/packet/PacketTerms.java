package dev.telltale.jobs.command.packet;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a packet.
 *
 * @param tlp how far it may travel, in capitals
 * @param to who gets it
 * @param contact whom to ask; null if nobody was named
 * @param made when it was written
 * @param aware when somebody was reasonably certain; null if nobody said
 */
record PacketTerms(
    String tlp, String to, @Nullable String contact, Instant made, @Nullable Instant aware) {
  PacketTerms {
    Objects.requireNonNull(tlp, "tlp");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(made, "made");
  }
}
