package org.tiyun.studio;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser, where there is one: Debian's Chromium, or the one that TIYUN_CHROMIUM names. */
final class Browsing implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;
  final List<String> complaints = new ArrayList<>();

  private Browsing(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it; without one the test is skipped, unless TIYUN_BROWSER_REQUIRED says otherwise. */
  static Browsing start() {
    Optional<Path> chromium =
        Stream.of(
                Optional.ofNullable(System.getenv("TIYUN_CHROMIUM")).orElse(""),
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome")
            .filter(p -> !p.isEmpty())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    boolean required = "true".equals(System.getenv("TIYUN_BROWSER_REQUIRED"));
    if (chromium.isEmpty() && required) {
      throw new AssertionError("TIYUN_BROWSER_REQUIRED is true and there is no Chromium");
    }
    Assumptions.assumeTrue(chromium.isPresent(), "no Chromium: browser tests are skipped");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    return new Browsing(playwright, browser);
  }

  Page page(int width, int height, boolean dark) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setAcceptDownloads(true)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    context.setDefaultTimeout(60_000);
    Page page = context.newPage();
    page.onPageError(error -> complaints.add("page error: " + error));
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
