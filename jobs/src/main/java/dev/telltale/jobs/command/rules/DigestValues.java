package dev.telltale.jobs.command.rules;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.DigestList;
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

/** {@code telltale rules digest}: digests a list of plain values, so that it need not travel. */
final class DigestValues implements Command {
  private static final Setting<String> FILE =
      Setting.operand(ValueType.FILE)
          .describedAs("A file in UTF-8 with one value on each line.")
          .required()
          .one();

  @Override
  public Syntax syntax() {
    return Syntax.of(
        "digest",
        "turn a list of your own values into keyed digests for a rule file",
        "",
        List.of(FILE));
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    String file = settings.value(FILE);
    try {
      List<String> values = TeamFiles.values(Files.readString(Path.of(file)));
      FingerprintKey key = DetectionSettings.key(settings, new Configuration());
      terminal.out().print(DigestList.write(values, key.id(), key::digest));
      return ExitCode.DONE;
    } catch (IOException unreadable) {
      throw new UserMistake(
          file + " cannot be read",
          unreadable.getClass().getSimpleName(),
          "name a readable file in UTF-8 with one value on each line");
    } catch (IllegalArgumentException tooLong) {
      throw new UserMistake(
          file + " holds a value that cannot be in a list",
          tooLong.getMessage(),
          "leave it out; such texts are found by a pattern");
    }
  }
}
