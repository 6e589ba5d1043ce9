package dev.telltale.jobs.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.UserMistake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A plan as the file that a person approves. Its hash is the SHA-256 of the file's bytes, so that
 * {@code sha256sum} says it too; a file that was touched is another plan.
 *
 * @param hash lower-case hex
 */
public record PlanFile(ErasurePlan plan, String hash) {
  /** The bytes of a plan: the same plan has the same. */
  public static byte[] bytes(ErasurePlan plan) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PlanWriter.write(plan, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return out.toByteArray();
  }

  /** SHA-256 in lower-case hex. */
  public static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java", impossible);
    }
  }

  /**
   * @throws UserMistake if there is none, or what is there is no plan
   */
  public static PlanFile read(String file) {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > RunLimits.MAX_PLAN_FILE_BYTES) {
        throw new UserMistake(
            "the plan " + file + " is too large",
            "it has more than 512 MiB, and no plan that telltale writes has",
            "name a file that telltale erase plan has written");
      }
      byte[] bytes = Files.readAllBytes(path);
      return new PlanFile(PlanReader.read(bytes), hash(bytes));
    } catch (JsonProcessingException | IllegalArgumentException foreign) {
      throw new UserMistake(
          file + " is no erasure plan",
          "its content cannot be parsed as one of this version",
          "name a file that telltale erase plan has written, or make it again");
    } catch (IOException unreadable) {
      throw new UserMistake(
          "the plan " + file + " cannot be read",
          unreadable.getClass().getSimpleName(),
          "name a file that telltale erase plan --out has written");
    }
  }

  /**
   * @param confirmed what stands on the command line
   * @throws UserMistake if it is not this plan's
   */
  public PlanFile requireConfirmed(String confirmed) {
    if (!hash.equals(confirmed.strip().toLowerCase(java.util.Locale.ROOT))) {
      throw new UserMistake(
          "--confirm does not name this plan",
          "the file has the hash " + hash,
          "read the plan; if it is the one that you mean, pass this hash");
    }
    return this;
  }

  /**
   * @throws UserMistake if the plan was made for another lake
   */
  public PlanFile requireLake(String lake) {
    if (!plan.lake().equals(lake)) {
      throw new UserMistake(
          "the plan was made for another lake",
          "it names " + plan.lake() + ", this command " + lake,
          "pass --lake " + plan.lake() + ", or make a plan for the other one");
    }
    return this;
  }
}
