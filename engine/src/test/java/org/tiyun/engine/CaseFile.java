package org.tiyun.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tiyun.language.Language;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.ModelTables;
import org.tiyun.language.model.Scenario;
import org.tiyun.words.Failure;

/**
 * A textbook case as stated in its model.md, put into our language line by line: equations alone,
 * without flows.
 */
final class CaseFile {
  private static final Pattern BLOCK =
      Pattern.compile("```(\\w+) ?(\\S*)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CHANGE = Pattern.compile("period (\\d+): (\\w+) = (\\S+)");

  private final String id;
  private final Map<String, String> blocks = new LinkedHashMap<>();
  private final CheckedModel model;

  CaseFile(String id) {
    this.id = id;
    Matcher m = BLOCK.matcher(resource("/textbook/" + id + "/model.md"));
    while (m.find()) {
      blocks.put((m.group(1) + " " + m.group(2)).strip(), m.group(3));
    }
    String text =
        "model %s step period horizon 100\n%s%s%s"
            .formatted(
                id,
                lines("parameters", "param "),
                blocks.get("equations"),
                lines("start", "initial "));
    this.model = sound(Language.check(id, Map.of(id, text), ModelTables.none()));
  }

  /** A published figure. */
  record Figure(String variable, int period, double value, double tolerance) {}

  /** The figures that lie beside the shipped models. */
  List<Figure> figures(String scenario) {
    Path file =
        Path.of("")
            .toAbsolutePath()
            .resolveSibling("models/textbook/figures/" + id + "/" + scenario + ".csv");
    try {
      return Files.readAllLines(file).stream()
          .skip(1)
          .map(l -> l.split(",", 5))
          .map(c ->
              new Figure(
                  c[0], Integer.parseInt(c[1]), Double.parseDouble(c[2]), Double.parseDouble(c[3])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int periods(String scenario) {
    return Integer.parseInt(
        blocks.get("scenario " + scenario).lines().findFirst().orElseThrow().substring(4).strip());
  }

  Scenario scenario(String name) {
    String text =
        "scenario %s of %s\n".formatted(name, id)
            + CHANGE
                .matcher(blocks.get("scenario " + name))
                .results()
                .map(m -> "set %s = %s from %s\n".formatted(m.group(2), m.group(3), m.group(1)))
                .collect(Collectors.joining())
            + lines("startof " + name, "initial ");
    return sound(Language.scenario(name, text, model));
  }

  CheckedModel model() {
    return model;
  }

  int variable(String name) {
    return model.variables().stream()
        .filter(v -> v.name().base().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private String lines(String block, String word) {
    return blocks
        .getOrDefault(block, "")
        .lines()
        .filter(l -> l.contains("="))
        .map(l -> word + l + "\n")
        .collect(Collectors.joining());
  }

  private static <T> T sound(Checked<T> checked) {
    return checked.result().orElseThrow(() -> new Failure(checked.findings()));
  }

  private static String resource(String name) {
    try (var in = CaseFile.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
