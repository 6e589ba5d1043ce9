package dev.telltale.jobs.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML and JSON as maps, lists, strings, numbers and booleans. The short forms of CloudFormation's
 * functions ({@code !Ref X}) become their long ones ({@code {Ref: X}}); a key that stands twice in
 * one map is an error.
 */
final class Documents {
  private Documents() {}

  static Map<String, Object> read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  static Map<String, Object> resource(String name) throws IOException {
    try (InputStream in = Documents.class.getResourceAsStream(name)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static Map<String, Object> parse(String text) {
    return map(value(text));
  }

  static Object value(String text) {
    return value(new Yaml().compose(new StringReader(text)));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  /** A list, or the one value that stands in its place. */
  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return value instanceof List<?> ? (List<Object>) value : List.of(value);
  }

  private static Object value(Node node) {
    Object plain = plain(node);
    String tag = node.getTag().getValue();
    if (!tag.startsWith("!")) {
      return plain;
    }
    String function = tag.substring(1);
    Object argument = plain;
    if (function.equals("GetAtt") && plain instanceof String text) {
      int dot = text.indexOf('.');
      argument = List.of(text.substring(0, dot), text.substring(dot + 1));
    }
    boolean bare = function.equals("Ref") || function.equals("Condition");
    return Map.of(bare ? function : "Fn::" + function, argument);
  }

  private static Object plain(Node node) {
    if (node instanceof MappingNode mapping) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (NodeTuple entry : mapping.getValue()) {
        String key = ((ScalarNode) entry.getKeyNode()).getValue();
        if (values.put(key, value(entry.getValueNode())) != null) {
          throw new IllegalArgumentException("the key " + key + " stands twice in one map");
        }
      }
      return values;
    }
    if (node instanceof SequenceNode sequence) {
      List<Object> values = new ArrayList<>();
      sequence.getValue().forEach(item -> values.add(value(item)));
      return values;
    }
    ScalarNode scalar = (ScalarNode) node;
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.INT)) {
      return Long.valueOf(scalar.getValue());
    }
    if (tag.equals(Tag.FLOAT)) {
      return Double.valueOf(scalar.getValue());
    }
    return tag.equals(Tag.BOOL) ? (Object) Boolean.valueOf(scalar.getValue()) : scalar.getValue();
  }
}
