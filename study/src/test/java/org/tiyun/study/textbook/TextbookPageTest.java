package org.tiyun.study.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;

/** The table of the page on textbook models says what the models are, in both languages. */
class TextbookPageTest {

  @ParameterizedTest
  @ValueSource(strings = {"textbook.md", "textbook.zh.md"})
  void everyModelHasItsRow(String page) throws IOException {
    Path file = Shelf.HOME.root().resolve("docs").resolve(page);
    List<String> rows =
        Files.readAllLines(file).stream().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows).hasSameSizeAs(Shelf.models());
    for (String model : Shelf.models()) {
      String row =
          rows.stream()
              .filter(line -> line.startsWith("| `" + model + "` |"))
              .findFirst()
              .orElseThrow(() -> new AssertionError(page + " has no row for " + model));
      OpenModel opened = new ModelOpener(Shelf.HOME).open(model);
      String[] cells = row.split("\\|");
      int flows = opened.model().books().flows().size();
      assertThat(cells[4].replaceAll("\\D+", " ").strip())
          .as("equations and flows of %s", model)
          .isEqualTo(opened.model().equations().size() + (flows > 0 ? " " + flows : ""));
      assertThat(new TreeSet<>(List.of(cells[7].replace("`", "").strip().split(" "))))
          .as("scenarios of %s", model)
          .containsExactlyElementsOf(
              opened.scenarios().stream().map(OpenModel.ScenarioFile::id).sorted().toList());
    }
  }
}
