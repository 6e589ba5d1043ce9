package dev.telltale.jobs.settings;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands as picocli models them, each with its page of help. */
final class CommandModel {
  private static final int WIDTH = 100;
  private static final int OPTION_WIDTH = 24;
  private static final int DESCRIPTION_WIDTH = 66;

  private final Map<String, String> exitCodes;
  private final GivenTexts given;

  /**
   * @param given takes the values of options
   */
  CommandModel(Map<String, String> exitCodes, GivenTexts given) {
    this.exitCodes = exitCodes;
    this.given = given;
  }

  CommandLine of(Syntax root) {
    CommandSpec spec = spec(root, root.name());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the version.")
            .build());
    return new CommandLine(spec);
  }

  /** What a model was made from, with the options of the commands above it. */
  static Syntax syntax(CommandSpec spec) {
    return (Syntax) spec.userObject();
  }

  private CommandSpec spec(Syntax syntax, String path) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(syntax).name(syntax.name());
    spec.interpolateVariables(false);
    spec.parser()
        .collectErrors(true)
        .unmatchedArgumentsAllowed(true)
        .expandAtFiles(false)
        .posixClusteredShortOptionsAllowed(false);
    int index = 0;
    for (Setting<?> setting : syntax.operands()) {
      spec.addPositional(positional(setting, index++));
    }
    syntax.options().forEach(setting -> spec.addOption(option(setting)));
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this page.").build());
    for (Syntax below : syntax.subcommands()) {
      spec.addSubcommand(
          below.name(), spec(below.withOptionsOf(syntax), path + " " + below.name()));
    }
    describe(spec, syntax, path);
    return spec;
  }

  private OptionSpec option(Setting<?> setting) {
    OptionSpec.Builder option =
        setting.shortName() == null
            ? OptionSpec.builder(setting.written())
            : OptionSpec.builder(setting.shortName(), setting.written());
    if (!setting.type().choices().isEmpty()) {
      option.completionCandidates(setting.type().choices());
    }
    return option
        .type(javaType(setting))
        .arity(arity(setting))
        .paramLabel(shown(setting))
        .hideParamSyntax(true)
        .description(described(setting))
        .userObject(setting)
        .preprocessor(given)
        .build();
  }

  private static Class<?> javaType(Setting<?> setting) {
    if (setting.isSwitch()) {
      return boolean.class;
    }
    return setting.type().equals(ValueType.FILE) ? File.class : String.class;
  }

  private static String arity(Setting<?> setting) {
    return setting.isSwitch() ? "0" : "1";
  }

  private static PositionalParamSpec positional(Setting<?> setting, int index) {
    return PositionalParamSpec.builder()
        .index(setting.many() ? index + "..*" : Integer.toString(index))
        .arity(setting.many() ? "0..*" : "0..1")
        .type(setting.many() ? List.class : String.class)
        .auxiliaryTypes(String.class)
        .paramLabel(shown(setting))
        .hideParamSyntax(true)
        .description(described(setting))
        .userObject(setting)
        .build();
  }

  private static String[] described(Setting<?> setting) {
    String text = setting.description() + (setting.required() ? " (required)" : "");
    List<String> lines = new ArrayList<>(WrappedText.lines(text, DESCRIPTION_WIDTH));
    if (!setting.shownDefault().isEmpty()) {
      lines.addAll(WrappedText.lines("Default: " + setting.shownDefault(), DESCRIPTION_WIDTH));
    }
    return lines.toArray(String[]::new);
  }

  private void describe(CommandSpec spec, Syntax syntax, String path) {
    List<String> description = new ArrayList<>(List.of(literal(sentence(syntax.summary()))));
    if (!syntax.details().isEmpty()) {
      description.add("");
      syntax
          .details()
          .lines()
          .flatMap(line -> WrappedText.lines(line, WIDTH - 1).stream())
          .map(CommandModel::literal)
          .forEach(description::add);
    }
    spec.usageMessage()
        .width(WIDTH)
        .longOptionsMaxWidth(OPTION_WIDTH)
        .sortOptions(false)
        .synopsisHeading("Usage: ")
        .customSynopsis(literal(synopsis(syntax, path)))
        .descriptionHeading("%n")
        .description(description.toArray(String[]::new))
        .parameterListHeading("%nParameters:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n");
    if (!exitCodes.isEmpty()) {
      spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(exitCodes);
    }
  }

  /** Required options by name, all others together. */
  private static String synopsis(Syntax syntax, String path) {
    Stream<String> options =
        syntax.options().stream()
            .filter(Setting::required)
            .map(each -> each.written() + "=" + shown(each));
    Stream<String> operands =
        syntax.operands().stream()
            .map(each -> each.required() ? shown(each) : "[" + shown(each) + "]");
    String commands = syntax.runnable() ? "[COMMAND]" : "COMMAND";
    return Stream.of(
            Stream.of(path),
            options,
            Stream.of("[OPTIONS]"),
            operands,
            syntax.subcommands().isEmpty() ? Stream.<String>empty() : Stream.of(commands))
        .flatMap(each -> each)
        .collect(Collectors.joining(" "));
  }

  private static String shown(Setting<?> setting) {
    return setting.type().placeholder() + (setting.many() ? "..." : "");
  }

  private static String sentence(String summary) {
    return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
  }

  /** What stands above the lists of a page is a format: {@code %} starts a directive. */
  private static String literal(String text) {
    return text.replace("%", "%%");
  }
}
