package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The types that the scripts state in their comments hold: TypeScript's own checker, from its jar
 * on Maven Central, reads them in the browser of the tests. So there is no Node step.
 */
class TypesTest {
  private static final Path WEB = Path.of("src/main/resources/org/tiyun/studio/web");
  private static final String LIB = "META-INF/resources/webjars/typescript/5.9.3/lib/";

  /** Checks the files of a program as tsc would, with all strictness; the findings as lines. */
  private static final String CHECK =
      """
      (files) => {
        const read = (name) => files[name.replace(/^\\//, '')];
        const options = {
          allowJs: true, checkJs: true, strict: true, noEmit: true, useUnknownInCatchVariables: true,
          target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext,
          moduleResolution: ts.ModuleResolutionKind.Bundler,
          lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        };
        const host = {
          getSourceFile: (name, target) => read(name) === undefined ? undefined : ts.createSourceFile(name, read(name), target),
          getDefaultLibFileName: () => '/lib/lib.d.ts',
          getDefaultLibLocation: () => '/lib',
          getCurrentDirectory: () => '/',
          getCanonicalFileName: (name) => name,
          useCaseSensitiveFileNames: () => true,
          getNewLine: () => '\\n',
          fileExists: (name) => read(name) !== undefined,
          readFile: read,
          directoryExists: () => true,
          getDirectories: () => [],
          writeFile: () => {},
        };
        const roots = Object.keys(files).filter((name) => name.endsWith('.js')).map((name) => '/' + name);
        const program = ts.createProgram(roots, options, host);
        return ts.getPreEmitDiagnostics(program).map((d) => {
          const at = d.file ? d.file.getLineAndCharacterOfPosition(d.start) : { line: -1 };
          return (d.file?.fileName || '') + ':' + (at.line + 1) + ' ' + ts.flattenDiagnosticMessageText(d.messageText, ' ');
        });
      }
      """;

  private static Browsing browser;
  private static Page page;
  private static Map<String, String> libraries;

  @BeforeAll
  static void start() throws IOException {
    browser = Browsing.start();
    page = browser.page(800, 600, false);
    try (FileSystem jar = FileSystems.newFileSystem(jar())) {
      libraries = new LinkedHashMap<>();
      try (Stream<Path> all = Files.list(jar.getPath("/" + LIB))) {
        all.filter(f -> f.getFileName().toString().matches("lib\\..*d\\.ts"))
            .forEach(f -> libraries.put("lib/" + f.getFileName(), read(f)));
      }
      page.evaluate(read(jar.getPath("/" + LIB + "typescript.js")) + "; window.ts = ts; null");
    }
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path jar() throws IOException {
    try {
      String at =
          java.util.Objects.requireNonNull(
                  TypesTest.class.getClassLoader().getResource(LIB + "typescript.js"))
              .toString();
      return Path.of(java.net.URI.create(at.substring("jar:".length(), at.indexOf('!'))));
    } catch (NullPointerException e) {
      throw new IOException("the jar of TypeScript is not on the test's path", e);
    }
  }

  private static String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<?> check(Map<String, String> scripts) {
    Map<String, String> files = new LinkedHashMap<>(libraries);
    files.putAll(scripts);
    return (List<?>) page.evaluate(CHECK, files);
  }

  @Test
  void theScriptsOfThePagesHaveTheTypesThatTheyState() throws IOException {
    Map<String, String> scripts = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(WEB)) {
      // Of the vendored module its types are read, not its code.
      all.filter(f -> f.toString().endsWith(".js") || f.toString().endsWith(".d.ts"))
          .filter(f -> !f.endsWith(Path.of("vendor", "d3.js")))
          .sorted()
          .forEach(
              f -> scripts.put("web/" + WEB.relativize(f).toString().replace('\\', '/'), read(f)));
    }
    assertThat(scripts.size()).isGreaterThan(20);
    assertThat(check(scripts)).isEmpty();
  }

  @Test
  void aWrongUseOfTheVendoredModuleIsFound() {
    String wrong = "import { scaleLinear } from './vendor/d3.js';\nscaleLinear([0, 1], 'wide');\n";
    Map<String, String> scripts = new LinkedHashMap<>();
    scripts.put("web/vendor/d3.d.ts", read(WEB.resolve("vendor/d3.d.ts")));
    scripts.put("web/wrong.js", wrong);
    assertThat(check(scripts)).singleElement().asString().startsWith("/web/wrong.js:2 ");
  }

  @Test
  void aWrongTypeIsFound() {
    String wrong =
        "// @ts-check\n"
            + "/** @param {number} n */\n"
            + "function half(n) { return n / 2; }\n"
            + "half('two');\n";
    assertThat(check(Map.of("web/wrong.js", wrong)))
        .singleElement()
        .asString()
        .startsWith("/web/wrong.js:4 ")
        .contains("'string'", "'number'");
  }
}
