package org.tiyun.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** A folder of models that a test writes, and the repository's own. */
public final class Folder {
  public static final Home SHIPPED = new Home(Path.of("").toAbsolutePath().getParent());

  private final Path root;

  public Folder(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  /** Writes a file below the folder; lines end with a break. */
  public Folder with(String file, String text) {
    return withBytes(file, text.getBytes(StandardCharsets.UTF_8));
  }

  public Folder withBytes(String file, byte[] bytes) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's text. */
  public static String text(Path root, String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Home home() {
    return new Home(root);
  }

  public OpenModel open(String name) {
    return new ModelOpener(home()).open(name);
  }

  /** Codes of what is found wrong with a model, in order. */
  public List<String> faults(String name) {
    return new ModelOpener(home()).tryOpen(name).findings().stream().map(Finding::code).toList();
  }

  /** Codes of a failure. */
  public static List<String> codes(Failure failure) {
    return failure.findings().stream().map(Finding::code).toList();
  }

  /**
   * A small circle: a lab lives of sales and of equity, pays a cloud by a contract and cuts it when
   * it cannot; the state may help. All handles of a study are there.
   */
  public static Folder circle(Path root) {
    return new Folder(root)
        .with(
            "models/ring/ring.tiyun",
            """
            model ring "A small circle"
            step quarter
            horizon 2026Q1..2028Q4
            set lab = {alpha}
            set cloud = {host}
            set firm = lab + cloud
            sector each firm
            sector users, market, state, rest
            claim money issued by rest unit "bn USD"
            claim stock[l in lab] issued by l unit "bn USD"
            settle money
            switch bailout = off
            switch climb = on mechanism M9 expect lower worth[alpha] at 2027Q4
            param multiple = 1 range 0..10 source "assumption"
            param fund = 100 unit "bn USD" range 0..1000 source "assumption"
            param giving = 4 unit "bn USD" range 0..20 ~ uniform(2, 8) source "assumption"
            param most = 1000 unit "bn USD" range 0..1000 source "assumption"
            param pace = 0 range -1..1 source "assumption"
            param weight = 0.1 range 0..2 ~ uniform(0, 0.2) source "assumption"
            path mood = 1 range 0..1 source "assumption"
            path most_now = most * (1 + pace) ^ (t - 1) unit "bn USD"
            initial money[alpha] = 10
            initial money[host] = 10
            initial stock[alpha][market] = 100
            belief = belief(-1) + 0.1 * (0.5 - belief(-1))
            initial belief = 0.6
            paid_in = min(giving * mood, most_now) unit "bn USD"
            bill = 10 unit "bn USD"
            sold = 5 * multiple unit "bn USD"
            lack = max(0, bill - money[alpha](-1) - sold - paid_in) unit "bn USD"
            given = min(lack, fund_left(-1)) unit "bn USD"
            fund_left = fund_left(-1) - if(bailout, given, 0) unit "bn USD"
            initial fund_left = fund
            flow sales : users -> alpha = sold
            flow round : market -> alpha for stock[alpha] = paid_in
            flow help : state -> alpha = given when bailout
            flow rent due : alpha -> host = bill
            flow running last : host -> rest = 0.9 * rent
            flow income : rest -> users = sold
            flow savings : rest -> market = paid_in
            flow taxes : rest -> state = given when bailout
            param rise = 1 range 0..2 source "assumption"
            revalue marked[l in lab] : stock[l][market]
              = (0.02 * rise - weight * if(climb, fell[l](-1), 0)) * stock[l](-1)
            fell[l in lab] = if(shortfall[l] > 0.001, 1, 0)
            worth[l in lab] = stock[l] unit "bn USD"
            initial worth[l in lab] = 100
            hub = rent unit "bn USD"
            initial hub = 10
            drive = sold / bill
            event cuts[l in lab] when fell[l] > 0 amount shortfall[l] because "it cannot pay"
            """)
        .with(
            "models/ring/scenarios/no-money.tiyun",
            """
            scenario no_money "No more money" of ring
            path mood = {2027Q1: 0}
            """)
        .with(
            "models/ring/study.csv",
            """
            role,name,value
            circle,firm,
            end_users,users,
            outside_equity,market,
            state,state,
            failure,cuts,
            hub_revenue,hub,
            capex,bill,
            belief,belief,
            external_revenue,sold,
            outside_inflow,paid_in,
            external_drive,drive,
            firm_value,worth,
            climb,stock,
            equity_in,round,
            equity_in,help,
            take_or_pay,rent,
            revenue_multiple,multiple,
            outside_start,most,
            outside_growth,pace,
            backstop,bailout,1
            backstop_fund,fund,
            believe,giving,
            believe,weight,
            ablation,hub,2028Q4
            """);
  }
}
