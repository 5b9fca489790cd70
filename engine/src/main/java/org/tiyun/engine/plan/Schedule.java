package org.tiyun.engine.plan;

import java.util.List;
import org.tiyun.language.model.CheckedModel;

/**
 * What is done in each period, in order.
 *
 * @param graph the nodes of all steps; not changed any more
 * @param equation node of each variable's equation as written; -1 for what the clearing determines
 * @param initial node of each variable's value in period 0
 * @param eventWhen node of each event's condition
 * @param eventAmount node of each event's amount; a zero where it has none
 */
public record Schedule(
    CheckedModel model,
    Graph graph,
    List<Step> steps,
    int[] equation,
    int[] initial,
    int[] eventWhen,
    int[] eventAmount) {}
