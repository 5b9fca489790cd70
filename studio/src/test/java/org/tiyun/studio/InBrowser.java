package org.tiyun.studio;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the pages in a real browser, on the shipped data. */
abstract class InBrowser {
  static Served served;
  static Browsing browser;

  @BeforeAll
  static void start() {
    browser = Browsing.start();
    served = Served.shipped();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (served != null) {
      served.close();
    }
  }

  @BeforeEach
  void quiet() {
    browser.complaints.clear();
  }

  static Page open(String address, int width, boolean dark, String until) {
    Page page = browser.page(width, 900, dark);
    page.navigate(served.url(address));
    page.waitForSelector(until);
    return page;
  }
}
