import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A page of the browser, driven over its own protocol. */
final class Tab implements WebSocket.Listener {
  private final Map<Integer, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
  private final StringBuilder heard = new StringBuilder();
  private final AtomicInteger number = new AtomicInteger();
  private WebSocket socket;

  static Tab open(Path profile) throws Exception {
    Path port = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < 400 && !Files.exists(port); i++) {
      Thread.sleep(50);
    }
    Thread.sleep(300);
    HttpClient client = HttpClient.newHttpClient();
    String list =
        client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + Files.readAllLines(port).getFirst() + "/json/list")).build(), HttpResponse.BodyHandlers.ofString()).body();
    int page = list.indexOf("\"page\"");
    String mark = "\"webSocketDebuggerUrl\": \"";
    int at = list.indexOf(mark, page) + mark.length();
    Tab tab = new Tab();
    tab.socket = client.newWebSocketBuilder().buildAsync(URI.create(list.substring(at, list.indexOf('"', at))), tab).get();
    return tab;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    heard.append(data);
    if (last) {
      String message = heard.toString();
      heard.setLength(0);
      if (message.startsWith("{\"id\":")) {
        int id = Integer.parseInt(message.substring(6, message.indexOf(',')));
        Optional.ofNullable(waiting.remove(id)).ifPresent(f -> f.complete(message));
      }
    }
    from.request(1);
    return null;
  }

  String send(String method, String parameters) throws Exception {
    int id = number.incrementAndGet();
    CompletableFuture<String> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true).get();
    return answer.get(180, TimeUnit.SECONDS);
  }

  void go(String address) throws Exception {
    send("Page.navigate", "{\"url\":\"" + address + "\"}");
  }

  /** The text that a script comes to. */
  String ask(String script) throws Exception {
    String quoted = script.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    String answer = send("Runtime.evaluate", "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":\"" + quoted + "\"}");
    String mark = "\"value\":\"";
    int at = answer.indexOf(mark);
    if (at < 0 || answer.contains("exceptionDetails")) {
      throw new IllegalStateException(answer);
    }
    return answer.substring(at + mark.length(), answer.indexOf('"', at + mark.length()));
  }

  /** CPU time that the page's thread has spent on its tasks. */
  double cpuSeconds() throws Exception {
    String metrics = send("Performance.getMetrics", "{}");
    String mark = "\"TaskDuration\",\"value\":";
    int at = metrics.indexOf(mark) + mark.length();
    return Double.parseDouble(metrics.substring(at, metrics.indexOf('}', at)));
  }

  void until(String condition) throws Exception {
    for (int i = 0; i < 6000; i++) {
      if (ask("String(" + condition + ")").equals("true")) {
        return;
      }
      Thread.sleep(5);
    }
    throw new IllegalStateException("never: " + condition);
  }
}
