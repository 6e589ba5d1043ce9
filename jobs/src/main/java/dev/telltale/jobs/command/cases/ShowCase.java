package dev.telltale.jobs.command.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.jobs.cases.Cases;
import dev.telltale.jobs.cases.Clue;
import dev.telltale.jobs.cases.NamedCases;
import dev.telltale.jobs.cases.RootCause;
import dev.telltale.jobs.cases.RootCauses;
import dev.telltale.jobs.command.CaseLake;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.PlainText;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** {@code telltale cases show}. */
final class ShowCase implements Command {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Setting<String> CASE =
      Setting.operand(ValueType.text("ID"))
          .describedAs("The id of a case; telltale cases lists them.")
          .required()
          .one();

  @Override
  public Syntax syntax() {
    return Syntax.of(
        "show",
        "show one case: what leaked, where it went, where it comes from, what was done",
        "The cause is what the records tell, each answer with its reason.",
        List.of(CASE));
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    String asked = settings.value(CASE);
    Cases.requireIds(List.of(asked));
    if (settings.value(CasesCommand.FORMAT).equals("csv")) {
      throw new UserMistake(
          "one case cannot be shown as csv",
          "its cause has more than one line",
          "take --format json, or telltale cases --format csv for all");
    }
    CaseLake opened = CaseLake.open("cases show", settings, terminal);
    Cases cases = opened.cases();
    terminal.progress().step("looking for the case");
    CaseFacts facts;
    RootCause cause;
    try (NamedCases named = cases.named(List.of(asked))) {
      facts = new CaseFacts(named.rows().get(0));
      terminal.progress().step("looking for its cause");
      cause = new RootCauses(cases, named).of(named.ids().get(0));
    }
    if (settings.value(CasesCommand.FORMAT).equals("json")) {
      terminal.out().println(json(facts, cause));
    } else {
      print(asked, facts, cause, terminal.clock().instant(), terminal.out());
    }
    return ExitCode.DONE;
  }

  private static String json(CaseFacts facts, RootCause cause) {
    try {
      ObjectNode shown = (ObjectNode) JSON.readTree(facts.json());
      ArrayNode clues = shown.putArray("root_cause");
      for (Clue clue : cause.clues()) {
        clues
            .addObject()
            .put("about", clue.about())
            .put("answer", clue.answer())
            .put("records", clue.records())
            .put("evidence", clue.evidence());
      }
      return JSON.writeValueAsString(shown);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a row is JSON", impossible);
    }
  }

  private static void print(
      String asked, CaseFacts facts, RootCause cause, Instant now, PrintStream out) {
    line(out, facts.id() + (asked.equals(facts.id()) ? "" : " (formerly " + asked + ")"), "");
    line(out, "state", facts.state());
    if (facts.isLeft()) {
      line(out, "severity", facts.text("severity") + ": " + facts.list("severity_reasons"));
      line(out, "what", facts.what());
      line(
          out,
          "how much",
          Amounts.count(facts.number("values"), "value")
              + " at "
              + Amounts.count(facts.number("places"), "place")
              + " in "
              + Amounts.count(facts.number("records"), "record")
              + ", "
              + Amounts.count(facts.number("objects"), "object")
              + ", "
              + Amounts.count(facts.number("versions"), "version"));
      line(
          out,
          "people",
          facts.number("people_min")
              + " to "
              + facts.number("people_max")
              + ": "
              + facts.text("people_method"));
      line(out, "telemetry", facts.list("telemetry_types"));
      line(out, "senders", facts.list("emitters"));
      line(
          out,
          "seen",
          facts.moment("first_seen")
              + " to "
              + facts.moment("last_seen")
              + " UTC"
              + (facts.text("going_on").equals("true") ? ", still going on" : ""));
      line(out, "goes by itself", facts.timeLeft(now));
      List<String> copies = facts.items("downstream");
      line(
          out,
          "gone on to",
          copies.isEmpty() ? "nothing that is known" : String.join("; ", copies));
    } else {
      line(out, "what", facts.what());
    }
    for (String done : List.of("informed_at", "planned_at", "erased_at", "proven_at")) {
      if (!facts.moment(done).isEmpty()) {
        line(out, done.replace("_at", ""), facts.moment(done) + " UTC");
      }
    }
    if (!cause.clues().isEmpty()) {
      out.println();
      out.println("where it comes from, as far as the records tell");
    }
    String about = "";
    for (Clue clue : cause.clues()) {
      line(out, clue.about().equals(about) ? "" : clue.about(), clue.answer());
      line(out, "", "  " + Amounts.count(clue.records(), "record") + "; " + clue.evidence());
      about = clue.about();
    }
  }

  private static void line(PrintStream out, String name, String text) {
    out.println((String.format(Locale.ROOT, "%-15s ", name) + PlainText.of(text)).stripTrailing());
  }
}
