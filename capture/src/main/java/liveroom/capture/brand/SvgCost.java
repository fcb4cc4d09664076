package liveroom.capture.brand;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liveroom.capture.brand.SvgStyle.Reference;
import liveroom.capture.brand.SvgStyle.Rule;
import liveroom.capture.brand.SvgStyle.Use;

/// How much there is to draw in a drawing once its parts have been repeated as often as it says:
/// ten lines of SVG can ask for a billion shapes.
final class SvgCost {
    static final int MAX_ELEMENTS = 10_000;
    private static final long MAX_COST = 200_000;
    private static final int MAX_HEIGHT = 128;
    /// Each may hold for each element.
    private static final int MAX_STYLE_REFERENCES = 300;
    private static final Set<String> WHOLE_PICTURES = Set.of("mask", "pattern", "filter");

    private final List<Node> nodes = new ArrayList<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private final Map<String, Node> byId = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private int styleReferences;

    private static final class Node {
        final boolean isPaint;
        final long ownCost;
        final List<Node> children = new ArrayList<>();
        final List<Reference> references = new ArrayList<>();
        Set<String> classes = Set.of();
        int points = 1;
        long cost;
        int height;
        boolean underWay;

        Node(String name) {
            isPaint = name.endsWith("gradient") || name.equals("stop");
            ownCost = cost(name);
        }
    }

    private static long cost(String name) {
        if (name.equals("feturbulence")) {
            // noise takes as long as the file says
            return MAX_COST + 1;
        }
        return WHOLE_PICTURES.contains(name) || name.startsWith("fe") ? 500 : 1;
    }

    /// Begins an element. @return `false` if there are too many
    boolean open(String name) {
        Node node = new Node(name);
        nodes.add(node);
        Node parent = open.peek();
        if (parent != null) {
            parent.children.add(node);
        }
        open.push(node);
        return nodes.size() <= MAX_ELEMENTS;
    }

    void close() {
        open.pop();
    }

    void named(String id) {
        byId.putIfAbsent(id, open.element());
    }

    void classed(String names) {
        open.element().classes = new HashSet<>(List.of(names.strip().split("\\s+", -1)));
    }

    /// The element has an outline that is written with so many characters.
    void outlined(int length) {
        open.element().points = Math.max(1, length / 2);
    }

    void refers(Reference reference) {
        open.element().references.add(reference);
    }

    void styled(Rule rule) {
        rules.add(rule);
        styleReferences += rule.references().size();
    }

    /// Whether drawing ends, and before long.
    boolean isBearable() {
        if (styleReferences > MAX_STYLE_REFERENCES) {
            return false;
        }
        for (Node node : nodes) {
            if (!node.isPaint) {
                rules.stream()
                        .filter(rule -> applies(rule, node))
                        .forEach(rule -> node.references.addAll(rule.references()));
            }
        }
        return nodes.stream().allMatch(node -> weigh(node, 0));
    }

    private static boolean applies(Rule rule, Node node) {
        return rule.classes().isEmpty() || node.classes.stream().anyMatch(rule.classes()::contains);
    }

    private boolean weigh(Node node, int depth) {
        if (node.cost > 0) {
            return true;
        }
        if (node.underWay || depth > MAX_HEIGHT) {
            return false;
        }
        node.underWay = true;
        long cost = node.ownCost;
        for (Node child : node.children) {
            if (!weigh(child, depth + 1)) {
                return false;
            }
            cost += child.cost;
            node.height = Math.max(node.height, child.height + 1);
        }
        for (Reference reference : node.references) {
            Node part = byId.get(reference.id());
            if (part == null) {
                continue;
            }
            if (!weigh(part, depth + 1)) {
                return false;
            }
            cost += part.cost * (reference.use() == Use.EACH_POINT ? node.points : 1);
            node.height = Math.max(node.height, part.height + 1);
        }
        node.cost = cost;
        node.underWay = false;
        return cost <= MAX_COST && node.height <= MAX_HEIGHT;
    }
}
