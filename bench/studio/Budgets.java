import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Measures the studio's budgets in a real browser and prints them; it fails on an error, never on a slow machine. */
final class Budgets {
  private static final int PORT = 7391;
  private static final String BASE = "http://localhost:" + PORT;

  void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    row("what", "measured", "budget", "");
    scripts(home);
    Path own = Files.createTempDirectory("tiyun-bench-model");
    Files.writeString(own.resolve("wide.tiyun"), wideModel());
    long began = System.nanoTime();
    Process server =
        new ProcessBuilder(home.resolve("tiyun").toString(), "serve", own.toString(), "--port", "" + PORT)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path profile = Files.createTempDirectory("tiyun-bench");
    Process chromium = null;
    try {
      awaitServer();
      row("server start, from the command to the first answer", ms(began), "1000 ms", "CPU time " + cpu(server) + " ms");
      chromium = chromium(profile);
      Tab tab = Tab.open(profile);
      coldMap(tab);
      lever(tab, server);
      largeMap(tab);
      fan(tab);
      twenty(server);
    } finally {
      if (chromium != null) {
        chromium.destroy();
        chromium.waitFor(10, TimeUnit.SECONDS);
      }
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
      delete(profile);
      delete(own);
    }
  }

  // --- what is measured

  private static void scripts(Path home) throws IOException {
    Path web = home.resolve("studio/src/main/resources/org/tiyun/studio/web");
    long map = 0;
    long all = 0;
    List<String> others = List.of("run", "brakes", "twin", "firm", "evidence", "ensemble", "model", "report", "believe", "verdict", "backtest");
    try (Stream<Path> files = Files.walk(web)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
        long size = zipped(Files.readAllBytes(file));
        all += size;
        boolean other = file.getParent().endsWith("screens") && others.contains(file.getFileName().toString().replace(".js", ""));
        map += other || file.endsWith("flowmap.js") || file.endsWith("flowplace.js") || file.endsWith("charts.js") ? 0 : size;
      }
    }
    row("scripts of the map page, gzip", map / 1024 + " KB", "150 KB", "all screens " + all / 1024 + " KB");
  }

  /** The first look after the server's start, with an empty cache: until the map is painted, and until it answers. */
  private static void coldMap(Tab tab) throws Exception {
    tab.send("Performance.enable", "{\"timeDomain\":\"threadTicks\"}");
    double before = tab.cpuSeconds();
    tab.go(BASE + "/map?lang=en");
    tab.until("!!document.querySelector('button.loop')");
    long cpu = Math.round((tab.cpuSeconds() - before) * 1000);
    String paint = tab.ask("String(Math.round(performance.getEntriesByType('paint').find(e => e.name === 'first-contentful-paint')?.startTime ?? -1))");
    String awake = tab.ask("String(Math.round(performance.now()))");
    row("first useful map, cold: painted (drawn by the server)", paint + " ms", "1000 ms", "awake within " + awake + " ms, CPU time of the page's thread " + cpu + " ms");
  }

  /** From a lever's event to the frame after the new figures: the page's whole way. */
  private static void lever(Tab tab, Process server) throws Exception {
    tab.go(BASE + "/run?lang=en&t=2028Q1");
    tab.until("!!document.querySelector('.charts .panel svg') && !!document.querySelector('input[name=patience]')");
    String script =
        """
        (async () => {
          const lever = document.querySelector('input[name=patience]');
          const figure = document.querySelector('.runmap');
          const frame = () => new Promise((r) => requestAnimationFrame(r));
          const times = [];
          for (let i = 0; i < %d; i++) {
            const before = figure.tiyunFlows;
            lever.value = String(0.2 + 0.006 * ((i * 37) %% 100) + %f);
            const began = performance.now();
            lever.dispatchEvent(new Event('input', { bubbles: true }));
            while (figure.tiyunFlows === before && performance.now() - began < 10000) await new Promise((r) => setTimeout(r, 1));
            await frame(); await frame();
            times.push(performance.now() - began);
            await new Promise((r) => setTimeout(r, 30));
          }
          return times.map((t) => t.toFixed(1)).join(' ');
        })()
        """;
    tab.ask(script.formatted(60, 0.0));
    double[] times = numbers(tab.ask(script.formatted(200, 0.0013)));
    row("lever to redraw, AI loop, 200 moves: p95", one(times, 0.95), "100 ms", "p50 " + one(times, 0.5) + ", least " + one(times, 0));
    double[] asked = new double[60];
    HttpClient client = HttpClient.newHttpClient();
    long before = cpu(server);
    for (int i = 0; i < asked.length; i++) {
      long began = System.nanoTime();
      get(client, "/api/runs?m=ai-loop&s.patience=" + (0.3 + 0.0007 * i));
      asked[i] = (System.nanoTime() - began) / 1e6;
    }
    row("  of it the server's answer over loopback: p95", one(asked, 0.95), "30 ms", "p50 " + one(asked, 0.5) + ", least " + one(asked, 0) + ", CPU time of the server " + (cpu(server) - before) / asked.length + " ms each");
  }

  /** A made-up model: 100 firms that make 600 payments a quarter, each of another size in another quarter. */
  private static String wideModel() {
    StringBuilder out = new StringBuilder("model wide \"Made up: 100 firms, 600 payments\"\nstep quarter\nhorizon 2026Q1..2032Q4\nsector bank");
    for (int i = 0; i < 100; i++) {
      out.append(", f").append(i);
    }
    out.append("\nclaim money issued by bank\nparam start = 1 range 0.5..2 source \"assumption: made up\"\n");
    out.append("param turn = 1.1 range 1..1.2 source \"assumption: made up\"\nwave = turn * wave(-1)\ninitial wave = start\n");
    for (int i = 0; i < 600; i++) {
      int payer = i % 100;
      int payee = (payer + 7 + 12 * payer + i / 100) % 100;
      payee = payee == payer ? (payee + 1) % 100 : payee;
      out.append("flow p%d : f%d -> f%d = %d * wave\n".formatted(i, payer, payee, 1 + 7 * i % 9));
    }
    return out.toString();
  }

  /**
   * The run's page of that model with all its pipes, under a mouse: what a frame costs the page's
   * thread, from the event to the end of painting (a message that is posted in a frame comes after it).
   */
  private static void largeMap(Tab tab) throws Exception {
    tab.go(BASE + "/run?m=wide&pipes=600&lang=en");
    tab.until("document.querySelectorAll('.stage .pipe').length > 500 && document.querySelector('.runmap').tiyunMap.periods > 0");
    String frames =
        """
        (async () => {
          const stage = document.querySelector('.stage svg');
          const box = stage.getBoundingClientRect();
          const mouse = (kind, x, y, to = stage, more = {}) => to.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, view: window, clientX: box.x + x, clientY: box.y + y, ...more }));
          const wheel = (by) => stage.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, view: window, ctrlKey: true, deltaY: by, clientX: box.x + 400, clientY: box.y + 300 }));
          const channel = new MessageChannel();
          const frame = (act) => new Promise((done) => requestAnimationFrame(() => {
            const began = performance.now();
            act();
            channel.port1.onmessage = () => done(performance.now() - began);
            channel.port2.postMessage('');
          }));
          const times = [];
          const many = async (count, act) => { for (let k = 0; k < count; k++) { const t = await frame(() => act(k)); times.push(t.toFixed(2)); } };
          const pipes = [...stage.querySelectorAll('.pipe')];
          const parties = [...stage.querySelectorAll('.party')];
          const over = (e, kind) => e.dispatchEvent(new PointerEvent(kind));
          const map = document.querySelector('.runmap').tiyunMap;
          %s
          return times.join(' ');
        })()
        """;
    largeRow(tab, frames, "hover over pipes", "await many(120, (k) => { over(pipes[(k * 7) %% 590], 'pointerleave'); over(pipes[(k * 7 + 7) %% 590], 'pointerenter'); });");
    largeRow(tab, frames, "hover over firms", "await many(120, (k) => { over(parties[k %% 100], 'pointerleave'); over(parties[(k + 1) %% 100], 'pointerenter'); });");
    largeRow(tab, frames, "magnify with the wheel", "await many(60, (k) => wheel(k < 30 ? -6 : 6));");
    largeRow(tab, frames, "drag the magnified map", "for (let k = 0; k < 8; k++) wheel(-100); await frame(() => {}); mouse('mousedown', 500, 300); await many(120, (k) => mouse('mousemove', 500 + 150 * Math.sin(k / 10), 300 + 90 * Math.cos(k / 7), window)); mouse('mouseup', 500, 300, window);");
    largeRow(tab, frames, "a frame of play", "await many(120, (k) => map.setTime(2 + k * 0.17, true));");
  }

  private static void largeRow(Tab tab, String frames, String what, String act) throws Exception {
    double before = tab.cpuSeconds();
    double[] times = numbers(tab.ask(frames.formatted(act.replace("%%", "%"))));
    double each = (tab.cpuSeconds() - before) * 1000 / times.length;
    row("100 firms, 600 pipes: " + what + ", whole frame, p95", one(times, 0.95), "16 ms", "p50 " + one(times, 0.5) + ", CPU time of the page's thread " + one(new double[] {each}, 0) + " each");
  }

  private static void fan(Tab tab) throws Exception {
    String script =
        """
        (async () => {
          const began = performance.now();
          const source = new EventSource('/api/ensembles?m=ai-loop&paths=1000&seed=%d');
          return await new Promise((done) => {
            let first = 0;
            source.addEventListener('fan', () => { first = first || performance.now() - began; });
            source.addEventListener('end', () => { source.close(); done(first.toFixed(0) + ' ' + (performance.now() - began).toFixed(0)); });
            source.onerror = () => { source.close(); done('-1 -1'); };
          });
        })()
        """;
    double[] cold = numbers(tab.ask(script.formatted(11)));
    double[] warm = numbers(tab.ask(script.formatted(12)));
    row("1,000 futures: first fan, the first time", whole(cold[0]) + " ms", "1000 ms", "whole " + whole(cold[1]) + " ms");
    row("1,000 futures: first fan, afterwards", whole(warm[0]) + " ms", "1000 ms", "whole " + whole(warm[1]) + " ms");
  }

  /** Twenty readers who each drag a lever, one question after the other. */
  private static void twenty(Process server) throws Exception {
    int users = 20;
    int moves = 25;
    String before = heap(server);
    List<Double> times = java.util.Collections.synchronizedList(new ArrayList<>());
    AtomicInteger errors = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client = HttpClient.newHttpClient()) {
      List<Future<?>> all = new ArrayList<>();
      for (int u = 0; u < users; u++) {
        int user = u;
        all.add(
            threads.submit(() -> {
              for (int i = 0; i < moves; i++) {
                long began = System.nanoTime();
                int status = get(client, "/api/runs?m=ai-loop&s.patience=" + (0.2 + 0.03 * user + 0.0009 * i));
                times.add((System.nanoTime() - began) / 1e6);
                errors.addAndGet(status == 200 ? 0 : 1);
              }
              return null;
            }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
    row("20 readers dragging at once, an answer: p95", one(sorted, 0.95), "no error", "p50 " + one(sorted, 0.5) + ", errors " + errors + ", server's memory " + memory(server) + ", heap held after a collection " + before + " before, " + heap(server) + " after");
    if (errors.get() > 0) {
      throw new IllegalStateException(errors + " errors");
    }
  }

  // --- how

  private static void awaitServer() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < 3000; i++) {
      try {
        if (get(client, "/api/home") == 200) {
          return;
        }
      } catch (IOException notYet) {
        Thread.sleep(5);
      }
    }
    throw new IllegalStateException("no server");
  }

  private static int get(HttpClient client, String address) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create(BASE + address)).build(), HttpResponse.BodyHandlers.ofByteArray()).statusCode();
  }

  private static Process chromium(Path profile) throws IOException {
    String program =
        Stream.of(Optional.ofNullable(System.getenv("TIYUN_CHROMIUM")).orElse("/usr/bin/chromium"), "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .filter(p -> Files.isExecutable(Path.of(p)))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no Chromium"));
    return new ProcessBuilder(program, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--no-first-run", "--window-size=1400,900", "--user-data-dir=" + profile, "about:blank")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static long zipped(byte[] bytes) throws IOException {
    var out = new java.io.ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.size();
  }

  private static String memory(Process server) throws IOException {
    // The launcher becomes Java, so the process is the server.
    Path status = Path.of("/proc/" + server.pid() + "/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream().filter(l -> l.startsWith("VmHWM")).findFirst().map(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024 + " MB at most").orElse("?")
        : "?";
  }

  /** What of the server's heap is in use after a full collection. */
  private static String heap(Process server) throws IOException, InterruptedException {
    jcmd(server, "GC.run");
    return Pattern.compile("total [^\\n]*?used (\\d+)K").matcher(jcmd(server, "GC.heap_info")).results().mapToLong(m -> Long.parseLong(m.group(1))).sum() / 1024 + " MB";
  }

  private static String jcmd(Process server, String what) throws IOException, InterruptedException {
    Process tool = new ProcessBuilder(System.getProperty("java.home") + "/bin/jcmd", Long.toString(server.pid()), what).redirectErrorStream(true).start();
    String said = new String(tool.getInputStream().readAllBytes());
    tool.waitFor();
    return said;
  }

  /** CPU time of the server so far in milliseconds, of all its threads; 0 where the system does not tell. */
  private static long cpu(Process server) {
    return server.info().totalCpuDuration().map(d -> d.toMillis()).orElse(0L);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.trim().split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static String one(double[] times, double part) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return String.format(Locale.ROOT, "%.1f ms", sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))]);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static String ms(long began) {
    return (System.nanoTime() - began) / 1_000_000 + " ms";
  }

  private static void row(String what, String measured, String budget, String note) {
    IO.println(String.format(Locale.ROOT, "%-62s %12s %10s  %s", what, measured, budget, note));
  }
}
