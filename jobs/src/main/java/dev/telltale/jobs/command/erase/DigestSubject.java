package dev.telltale.jobs.command.erase;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.store.TeamFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** {@code telltale erase digest}: what a person wants erased, so that it need not travel. */
final class DigestSubject implements Command {
  private static final Setting<String> FILE =
      Setting.operand(ValueType.FILE)
          .describedAs("A file in UTF-8 with one value on each line.")
          .required()
          .one();

  @Override
  public Syntax syntax() {
    return Syntax.of(
        "digest",
        "turn a person's own values into the list that erase plan --subject-digests takes",
        "Prints fingerprints under the key of the lake: each value as written, in lower case, in"
            + " upper case.",
        List.of(FILE, DetectionSettings.FINGERPRINT_KEY));
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    String file = settings.value(FILE);
    try {
      List<String> values = TeamFiles.values(Files.readString(Path.of(file)));
      if (values.isEmpty()) {
        throw new UserMistake(
            file + " holds no value", "every line of it is empty", "write one value on each line");
      }
      terminal
          .out()
          .print(
              FingerprintList.write(values, DetectionSettings.key(settings, new Configuration())));
      return ExitCode.DONE;
    } catch (IOException unreadable) {
      throw new UserMistake(
          file + " cannot be read",
          unreadable.getClass().getSimpleName(),
          "name a readable file in UTF-8 with one value on each line");
    }
  }
}
