package dev.telltale.jobs.command.packet;

import dev.telltale.jobs.actions.Action;
import dev.telltale.jobs.actions.ActionKind;
import dev.telltale.jobs.actions.ActionLedger;
import dev.telltale.jobs.actions.ActionResult;
import dev.telltale.jobs.cases.Cases;
import dev.telltale.jobs.cases.NamedCases;
import dev.telltale.jobs.command.CaseLake;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.OutputFolder;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.PointInTime;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.ProgressLine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** {@code telltale packet}. */
public final class PacketCommand implements Command {
  private static final String MARKDOWN = "packet.md";
  private static final String JSON = "packet.json";

  private static final Setting<List<String>> CASE =
      Setting.option("case", ValueType.text("ID"))
          .describedAs(
              "A case that it is about; telltale cases lists them. May be given several times.")
          .required()
          .many();
  private static final Setting<String> OUT =
      Setting.option("out", ValueType.text("DIR"))
          .describedAs(
              "Folder to write to, on this machine (it is created) or s3a://BUCKET/PREFIX.")
          .standard("telltale-packet")
          .one();
  private static final Setting<Boolean> INFORMED =
      Setting.option("informed", ValueType.SWITCH)
          .describedAs(
              "Write into the ledger of actions that this packet was given out: its cases are informed"
                  + " then.")
          .standard(false)
          .one();
  private static final Setting<PointInTime> AWARE =
      Setting.option("aware", ValueType.TIME)
          .describedAs(
              "When a person was reasonably certain of the breach: the 72 hours of Art. 33 begin.")
          .one();
  private static final Setting<String> CONTACT =
      Setting.option("contact", ValueType.text("TEXT"))
          .describedAs("Whom to ask about it, such as the data protection officer.")
          .one();
  private static final Setting<String> TO =
      Setting.option("to", ValueType.text("TEXT"))
          .describedAs("Who gets it.")
          .standard("the vendor's security contact")
          .one();
  private static final Setting<String> TLP =
      Setting.option("tlp", ValueType.choice("red", "amber+strict", "amber", "green", "clear"))
          .describedAs("How far it may travel, by FIRST's traffic light protocol 2.0.")
          .standard("amber+strict")
          .one();

  @Override
  public Syntax syntax() {
    return Syntax.of(
        "packet",
        "write an incident packet about cases, to inform others with",
        "Writes "
            + MARKDOWN
            + " for people and "
            + JSON
            + " for machines: what Art. 33(3) GDPR asks for, what the vendor needs, and how they find"
            + " the same places. No value is in it; docs/cases.md explains it.",
        CaseLake.settings(List.of(CASE, OUT, INFORMED, AWARE, CONTACT, TO, TLP)));
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    Cases.requireIds(settings.value(CASE));
    Instant now = terminal.clock().instant();
    PointInTime aware = settings.value(AWARE);
    if (aware != null && aware.at(now).isAfter(now)) {
      throw new UserMistake(
          "--aware cannot be in the future",
          "it is the moment when somebody became certain",
          "give a time that has passed, such as 2026-11-20T09:30:00Z or 3h");
    }
    CaseLake lake = CaseLake.open("packet", settings, terminal);
    OutputFolder folder = OutputFolder.at("--out", settings.value(OUT));
    ProgressLine progress = terminal.progress();
    progress.step("looking for the cases");
    Cases cases = lake.cases();
    ActionLedger ledger = lake.ledger(terminal);
    try (NamedCases named = cases.named(settings.value(CASE));
        PacketLake read = new PacketLake(lake, cases, named)) {
      List<String> ids = named.ids();
      progress.step("looking for their causes");
      Packet packet =
          read.packet(
              new PacketTerms(
                  settings.value(TLP).toUpperCase(Locale.ROOT),
                  settings.value(TO),
                  settings.value(CONTACT),
                  now,
                  aware == null ? null : aware.at(now)),
              ledger.verify(List.of()));
      progress.step("writing the packet");
      String json = folder.place(JSON);
      String hash = PacketJson.write(packet, read, folder.open(JSON));
      terminal.out().println("wrote " + json);
      terminal.out().println("wrote " + folder.write(MARKDOWN, PacketText.of(packet, read, hash)));
      terminal
          .out()
          .println(
              "Packet "
                  + packet.version()
                  + " about "
                  + Amounts.count(ids.size(), "case")
                  + ": SHA-256 of "
                  + JSON
                  + " "
                  + hash);
      if (settings.value(INFORMED)) {
        String row =
            ledger.append(
                Action.of(ActionKind.INFORM, ActionResult.DONE, ids)
                    .with("packet_version", Integer.toString(packet.version()))
                    .with("packet_sha256", hash)
                    .with("tlp", packet.terms().tlp())
                    .with("to", packet.terms().to()));
        terminal.out().println("The ledger of actions says so: row " + row);
      }
    }
    return ExitCode.DONE;
  }
}
