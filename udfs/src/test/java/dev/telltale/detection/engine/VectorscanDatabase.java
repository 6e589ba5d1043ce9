package dev.telltale.detection.engine;

import static com.gliwka.hyperscan.jni.hyperscan.HS_FLAG_MULTILINE;
import static com.gliwka.hyperscan.jni.hyperscan.HS_FLAG_PREFILTER;
import static com.gliwka.hyperscan.jni.hyperscan.HS_MODE_BLOCK;
import static com.gliwka.hyperscan.jni.hyperscan.HS_SUCCESS;
import static com.gliwka.hyperscan.jni.hyperscan.hs_compile_multi;
import static com.gliwka.hyperscan.jni.hyperscan.hs_free_compile_error;

import com.gliwka.hyperscan.jni.hs_compile_error_t;
import com.gliwka.hyperscan.jni.hs_database_t;
import dev.telltale.detection.pattern.Expression;
import dev.telltale.detection.pattern.Trigger;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Compiled triggers, once per JVM and rule set; never freed, and shared by all threads. Compiled in
 * place of being shipped, because a database fits the processor that it was made on.
 *
 * <p>Bytes, not UTF-8; no start of match; never DOTALL, for which Vectorscan 5.4.12 has a published
 * false negative (VectorCamp/vectorscan#382).
 */
final class VectorscanDatabase {
  private static final Map<String, VectorscanDatabase> COMPILED = new ConcurrentHashMap<>();

  private final List<Part> parts;

  private VectorscanDatabase(List<Part> parts) {
    this.parts = parts;
  }

  /** Expressions that are scanned for together, and what the numbers of their hits stand for. */
  static final class Part {
    private final List<byte[]> expressions = new ArrayList<>();
    private final TokenHits.Numbers numbers = new TokenHits.Numbers();
    private hs_database_t database;

    private void add(int rule, Expression expression) {
      expressions.add((expression.regex() + "\0").getBytes(StandardCharsets.UTF_8));
      numbers.add(rule, expression.token());
    }

    private boolean compile() {
      hs_database_t plain = VectorscanDatabase.compile(expressions, HS_FLAG_MULTILINE);
      database =
          plain != null
              ? plain
              : VectorscanDatabase.compile(expressions, HS_FLAG_MULTILINE | HS_FLAG_PREFILTER);
      return database != null;
    }

    hs_database_t pointer() {
      return database;
    }

    /** For one engine. */
    TokenHits hits() {
      return numbers.hits();
    }
  }

  /** One scan for each: words and patterns apart cost half of what they cost together. */
  List<Part> parts() {
    return parts;
  }

  static VectorscanDatabase ofTriggers(RuleSet rules) {
    return COMPILED.computeIfAbsent(order(rules), key -> compile(rules, Rule::trigger));
  }

  static VectorscanDatabase ofShapes(RuleSet rules) {
    return COMPILED.computeIfAbsent("shapes " + order(rules), key -> compile(rules, Rule::shape));
  }

  /** Rule sets with the same id can list their rules in another order. */
  private static String order(RuleSet rules) {
    StringBuilder key = new StringBuilder(rules.id());
    rules.rules().forEach(rule -> key.append(' ').append(rule.id()));
    return key.toString();
  }

  private static VectorscanDatabase compile(RuleSet rules, Function<Rule, Trigger> which) {
    Part words = new Part();
    Part patterns = new Part();
    for (int i = 0; i < rules.rules().size(); i++) {
      Trigger trigger = which.apply(rules.rules().get(i));
      if (trigger != null) {
        for (Expression expression : trigger.expressions()) {
          (expression.token() > 0 ? words : patterns).add(i, expression);
        }
      }
    }
    List<Part> parts =
        Stream.of(words, patterns).filter(part -> !part.expressions.isEmpty()).toList();
    if (!parts.stream().allMatch(Part::compile)) {
      throw new IllegalStateException("Vectorscan cannot compile the triggers of " + rules);
    }
    return new VectorscanDatabase(parts);
  }

  private static hs_database_t compile(List<byte[]> expressions, int flag) {
    int count = expressions.size();
    BytePointer[] texts = new BytePointer[count];
    try (PointerPointer<BytePointer> pointers = new PointerPointer<>(count);
        IntPointer flags = new IntPointer((long) count);
        IntPointer numbers = new IntPointer((long) count);
        PointerPointer<hs_database_t> database = new PointerPointer<>(1);
        PointerPointer<hs_compile_error_t> error = new PointerPointer<>(1)) {
      for (int i = 0; i < count; i++) {
        texts[i] = new BytePointer(expressions.get(i));
        pointers.put(i, texts[i]);
        flags.put(i, flag);
        numbers.put(i, i);
      }
      int result =
          hs_compile_multi(pointers, flags, numbers, count, HS_MODE_BLOCK, null, database, error);
      if (result != HS_SUCCESS) {
        hs_free_compile_error(error.get(hs_compile_error_t.class, 0));
        return null;
      }
      return database.get(hs_database_t.class, 0);
    } finally {
      for (BytePointer text : texts) {
        if (text != null) {
          text.close();
        }
      }
    }
  }
}
