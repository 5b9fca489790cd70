package org.tiyun.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;

/** What the reference shows is sound: every block of model text in both languages checks. */
class DocumentedTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```tiyun( scenario)?\n(.*?)^```$");

  private static String page(String name) throws IOException {
    Path docs = Path.of("").toAbsolutePath().getParent().resolve("docs");
    return Files.readString(docs.resolve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"language.md", "language.zh.md"})
  void everyBlockChecksWithoutARemark(String name) throws IOException {
    Matcher block = BLOCK.matcher(page(name));
    List<CheckedModel> shown = new ArrayList<>();
    int models = 0;
    int scenarios = 0;
    while (block.find()) {
      if (block.group(1) == null) {
        Checked<CheckedModel> checked = Texts.check(block.group(2));
        assertThat(checked.findings()).as(block.group(2)).isEmpty();
        shown.add(checked.result().orElseThrow());
        models++;
      } else {
        String text = block.group(2);
        CheckedModel model =
            shown.stream().filter(m -> text.contains(" of " + m.id() + "\n")).findFirst().get();
        assertThat(Language.scenario("s", text, model).findings()).isEmpty();
        scenarios++;
      }
    }
    assertThat(models).isGreaterThanOrEqualTo(3);
    assertThat(scenarios).isGreaterThanOrEqualTo(1);
  }

  @Test
  void bothLanguagesShowTheSameModels() throws IOException {
    assertThat(shown("language.zh.md")).isEqualTo(shown("language.md"));
  }

  /** The blocks without their comments and texts, which are translated. */
  private static List<String> shown(String name) throws IOException {
    List<String> shown = new ArrayList<>();
    Matcher block = BLOCK.matcher(page(name));
    while (block.find()) {
      shown.add(
          block
              .group(2)
              .replaceAll("//[^\n]*", "")
              .replaceAll("\"[^\"\n]*\"", "\"\"")
              .replaceAll("\\s+", " "));
    }
    return shown;
  }
}
