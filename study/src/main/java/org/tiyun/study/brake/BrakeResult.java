package org.tiyun.study.brake;

import java.util.List;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.EventLine;

/**
 * A brake: the same model run twice on one time axis, as it is and with a scenario laid over it.
 *
 * @param baseEvents what happens without the brake, by period; {@code events} with it
 */
public record BrakeResult(
    OpenModel opened,
    Scenario scenario,
    Run base,
    Run braked,
    List<EventLine> baseEvents,
    List<EventLine> events) {}
