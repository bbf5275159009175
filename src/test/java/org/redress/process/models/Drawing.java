package org.redress.process.models;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** The picture of a model: where its shapes, lines and labels lie, and what of it does not read well. */
final class Drawing {

    private record Label(String of, Rectangle2D box) {
    }

    private record Segment(String of, Line2D line) {
    }

    private final BpmnModelInstance model;
    private final Map<String, Rectangle2D> shapes;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    Drawing(BpmnModelInstance model) {
        this.model = model;
        shapes = model.getModelElementsByType(BpmnShape.class).stream()
                .collect(Collectors.toMap(shape -> shape.getBpmnElement().getId(), shape -> rectangle(shape.getBounds())));
        model.getModelElementsByType(BpmnShape.class).forEach(shape -> label(shape.getBpmnElement().getId(), shape.getBpmnLabel()));
        for (var edge : model.getModelElementsByType(BpmnEdge.class)) {
            label(edge.getBpmnElement().getId(), edge.getBpmnLabel());
            var points = List.copyOf(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                segments.add(new Segment(edge.getBpmnElement().getId(), line(points.get(i - 1), points.get(i))));
            }
        }
    }

    List<String> undrawn() {
        var drawn = new ArrayList<>(shapes.keySet());
        segments.forEach(segment -> drawn.add(segment.of()));
        return elements().filter(id -> !drawn.contains(id)).toList();
    }

    List<String> overlappingShapes() {
        return pairs(nodes().filter(node -> !(node instanceof BoundaryEvent)).toList()).stream()
                .filter(pair -> pair.get(0).getParentElement() == pair.get(1).getParentElement())
                .filter(pair -> box(pair.get(0)).intersects(box(pair.get(1)))).map(pair -> pair.get(0).getId() + " " + pair.get(1).getId()).toList();
    }

    List<String> outsideTheirParent() {
        return nodes().filter(node -> node.getParentElement() instanceof SubProcess parent && !box(parent).contains(box(node)))
                .filter(node -> !(node instanceof BoundaryEvent)).map(FlowNode::getId).toList();
    }

    /** Labels on a shape (other than a sub-process around them), on another label or on a line. */
    List<String> coveredLabels() {
        var covered = new ArrayList<String>();
        for (var label : labels) {
            nodes().filter(node -> !(node instanceof SubProcess)).filter(node -> box(node).intersects(label.box()))
                    .forEach(node -> covered.add(label.of() + " on " + node.getId()));
            labels.stream().filter(other -> other != label && other.box().intersects(label.box()))
                    .forEach(other -> covered.add(label.of() + " on " + other.of()));
            segments.stream().filter(segment -> segment.line().intersects(label.box()))
                    .forEach(segment -> covered.add(label.of() + " on " + segment.of()));
        }
        return covered;
    }

    List<String> slantingFlows() {
        return segments.stream().filter(s -> s.line().getX1() != s.line().getX2() && s.line().getY1() != s.line().getY2()).map(Segment::of).toList();
    }

    /** Flows that run through a shape which they neither leave nor enter nor lie in. */
    List<String> flowsThroughShapes() {
        var through = new ArrayList<String>();
        for (var segment : segments) {
            SequenceFlow flow = model.getModelElementById(segment.of());
            nodes().filter(node -> node != flow.getSource() && node != flow.getTarget() && node != flow.getParentElement())
                    .filter(node -> !(flow.getSource() instanceof BoundaryEvent event && event.getAttachedTo() == node))
                    .filter(node -> node.getParentElement() == flow.getParentElement() && segment.line().intersects(box(node)))
                    .forEach(node -> through.add(flow.getId() + " through " + node.getId()));
        }
        return through;
    }

    /** One piece, level, left to right. */
    boolean isStraight(String flow) {
        var own = segments.stream().filter(segment -> segment.of().equals(flow)).toList();
        return own.size() == 1 && own.get(0).line().getY1() == own.get(0).line().getY2() && own.get(0).line().getX1() < own.get(0).line().getX2();
    }

    private void label(String element, BpmnLabel label) {
        if (label != null) {
            labels.add(new Label(element, rectangle(label.getBounds())));
        }
    }

    private java.util.stream.Stream<String> elements() {
        return java.util.stream.Stream.concat(nodes().map(FlowNode::getId),
                model.getModelElementsByType(SequenceFlow.class).stream().map(SequenceFlow::getId));
    }

    private java.util.stream.Stream<FlowNode> nodes() {
        return model.getModelElementsByType(FlowNode.class).stream();
    }

    private Rectangle2D box(FlowNode node) {
        return shapes.get(node.getId());
    }

    private static <T> Collection<List<T>> pairs(List<T> items) {
        var pairs = new ArrayList<List<T>>();
        for (int i = 0; i < items.size(); i++) {
            for (int j = i + 1; j < items.size(); j++) {
                pairs.add(List.of(items.get(i), items.get(j)));
            }
        }
        return pairs;
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static Line2D line(Waypoint from, Waypoint to) {
        return new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY());
    }
}
