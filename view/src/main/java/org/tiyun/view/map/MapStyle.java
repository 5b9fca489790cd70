package org.tiyun.view.map;

/** The look of the money map: light and, on a dark page or screen, a lighter palette. */
public final class MapStyle {
  private MapStyle() {}

  private static final String LIGHT =
      "--tm-bg:#fbfaf7;--tm-card:#fff;--tm-ink:#1d2129;--tm-mute:#5c6573;--tm-line:#d9d6cc;"
          + "--tm-gold:#f2c14e;--tm-glow:#f7dfa2;--tm-equity:#0072b2;--tm-hardware:#d55e00;--tm-cloud:#9b4f96;"
          + "--tm-debt:#747a83;--tm-other:#c3baa8;--tm-users:#007d5c;--tm-on-users:#fff;--tm-dot:#fff";

  private static final String DARK =
      "--tm-bg:#12151b;--tm-card:#1c222c;--tm-ink:#e8e6df;--tm-mute:#a3acba;--tm-line:#323845;"
          + "--tm-gold:#c9992f;--tm-glow:#5a4718;--tm-equity:#56b4e9;--tm-hardware:#f28e4b;--tm-cloud:#cf93d9;"
          + "--tm-debt:#a4abb5;--tm-other:#5d574b;--tm-users:#3cc39a;--tm-on-users:#0c1a15;--tm-dot:#12151b";

  /**
   * The stylesheet that a page with maps includes once. It follows the screen's preference; an
   * ancestor with {@code data-theme="light"} or {@code "dark"} decides against it.
   */
  public static final String CSS =
      ".tm{"
          + LIGHT
          + ";font-family:Inter,system-ui,-apple-system,\"Segoe UI\",\"PingFang SC\","
          + "\"Microsoft YaHei\",\"Noto Sans CJK SC\",\"Noto Sans\",sans-serif}\n"
          + "@media (prefers-color-scheme:dark){.tm{"
          + DARK
          + "}}\n"
          + "@media print{.tm{"
          + LIGHT
          + "}}\n"
          + "[data-theme=light] .tm{"
          + LIGHT
          + "}\n"
          + "[data-theme=dark] .tm{"
          + DARK
          + "}\n"
          + """
          .tm text{fill:var(--tm-ink);font-variant-numeric:tabular-nums}
          .tm .tm-page{fill:var(--tm-bg)}
          .tm .tm-mute{fill:var(--tm-mute)}
          .tm .tm-bold{font-weight:650}
          .tm .tm-halo{paint-order:stroke;stroke:var(--tm-bg);stroke-width:3.5px;stroke-linejoin:round}
          .tm .tm-boundary{fill:none;stroke:var(--tm-mute);stroke-width:1.6;stroke-dasharray:.1 6;stroke-linecap:round}
          .tm .tm-glow{fill:none;stroke:var(--tm-glow);stroke-linecap:round}
          .tm .tm-pipe{fill:none;stroke:currentColor}
          .tm .tm-bore{fill:none;stroke:var(--tm-bg)}
          .tm .tm-dashed{stroke-dasharray:6 4}
          .tm .tm-hair{fill:none;stroke:currentColor;stroke-width:1.2;opacity:.75}
          .tm .tm-head{stroke:currentColor;stroke-width:1.3;stroke-linejoin:round}
          .tm .tm-full{fill:currentColor}
          .tm .tm-hollow{fill:var(--tm-bg)}
          .tm .tm-dot{fill:var(--tm-dot)}
          .tm .tm-disc{fill:var(--tm-card);stroke:var(--tm-ink);stroke-width:1.4}
          .tm .tm-unknown{fill:var(--tm-bg);stroke-dasharray:3 3}
          .tm .tm-block{fill:var(--tm-card);stroke:var(--tm-mute);stroke-width:1.4}
          .tm .tm-inside{stroke:var(--tm-ink);stroke-width:2.4}
          .tm .tm-thing{fill:none;stroke-dasharray:4 3;stroke-width:1.2}
          .tm .tm-block-users{fill:var(--tm-users);stroke:var(--tm-users)}
          .tm .tm-on-users{fill:var(--tm-on-users)}
          .tm .tm-badge{fill:var(--tm-card);stroke:var(--tm-gold);stroke-width:2.5}
          .tm .tm-rule{stroke:var(--tm-line);stroke-width:1}
          .tm .tm-ink{color:var(--tm-ink)}
          .tm .tm-equity{color:var(--tm-equity)}
          .tm .tm-hardware{color:var(--tm-hardware)}
          .tm .tm-cloud{color:var(--tm-cloud)}
          .tm .tm-debt{color:var(--tm-debt)}
          .tm .tm-other{color:var(--tm-other)}
          .tm .tm-users{color:var(--tm-users)}
          """;

  static String colour(MoneyMap.Category category) {
    return switch (category) {
      case EQUITY -> "tm-equity";
      case HARDWARE -> "tm-hardware";
      case CLOUD -> "tm-cloud";
      case DEBT -> "tm-debt";
      case END_USERS -> "tm-users";
      case OTHER -> "tm-other";
    };
  }
}
