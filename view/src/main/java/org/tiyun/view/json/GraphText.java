package org.tiyun.view.json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tiyun.circuit.network.PaymentGraph;

/** A network of payments in the formats that programs for graphs open. */
public enum GraphText {
  /** GraphML (graphml.graphdrawing.org). */
  GRAPHML,
  /** GEXF 1.3 (gexf.net), as Gephi writes it. */
  GEXF;

  /** The name on the command line. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<GraphText> of(String key) {
    return Stream.of(values()).filter(format -> format.key().equals(key)).findFirst();
  }

  /**
   * Parties as nodes {@code n0}, {@code n1}, ... with their names as labels; amounts as weights.
   */
  public String of(List<String> parties, PaymentGraph graph) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append(
        this == GRAPHML
            ? """
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
            <key id="label" for="node" attr.name="label" attr.type="string"/>
            <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
            <graph id="payments" edgedefault="directed">
            """
            : """
            <gexf xmlns="http://gexf.net/1.3" version="1.3">
            <graph mode="static" defaultedgetype="directed">
            <nodes>
            """);
    for (int i = 0; i < parties.size(); i++) {
      String label = escaped(parties.get(i));
      out.append("<node id=\"n").append(i);
      out.append(
          this == GRAPHML
              ? "\"><data key=\"label\">" + label + "</data></node>\n"
              : "\" label=\"" + label + "\"/>\n");
    }
    out.append(this == GEXF ? "</nodes>\n<edges>\n" : "");
    for (int i = 0; i < graph.parties(); i++) {
      for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
        out.append("<edge id=\"e").append(e).append("\" source=\"n").append(i);
        out.append("\" target=\"n").append(graph.target()[e]);
        out.append(
            this == GRAPHML
                ? "\"><data key=\"weight\">" + graph.amount()[e] + "</data></edge>\n"
                : "\" weight=\"" + graph.amount()[e] + "\"/>\n");
      }
    }
    return out.append(this == GRAPHML ? "</graph>\n</graphml>\n" : "</edges>\n</graph>\n</gexf>\n")
        .toString();
  }

  /** Text for XML 1.0; control signs that it cannot hold become blanks. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(sign -> {
          switch (sign) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            default ->
                out.appendCodePoint(sign < ' ' || sign == 0xFFFE || sign == 0xFFFF ? ' ' : sign);
          }
        });
    return out.toString();
  }
}
