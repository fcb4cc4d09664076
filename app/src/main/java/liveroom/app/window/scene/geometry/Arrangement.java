package liveroom.app.window.scene.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import liveroom.capture.scene.Box;

/// How boxes are brought into line: one with the picture, several with each other.
public enum Arrangement {
    LEFT,
    CENTRE,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM,
    /// Equal gaps from left to right; three boxes at least.
    SPREAD_ACROSS,
    /// Equal gaps from top to bottom; three boxes at least.
    SPREAD_DOWN;

    private static final int LEAST_TO_SPREAD = 3;

    /// The boxes in their new places, by the same identifiers.
    public Map<String, Box> applied(Map<String, Box> boxes) {
        if (boxes.isEmpty()) {
            return boxes;
        }
        Box frame = boxes.size() == 1 ? Box.FULL : Boxes.around(boxes.values());
        return switch (this) {
            case SPREAD_ACROSS -> spread(boxes, frame, Box::x, Box::width);
            case SPREAD_DOWN -> spread(boxes, frame, Box::y, Box::height);
            case LEFT, CENTRE, RIGHT, TOP, MIDDLE, BOTTOM -> aligned(boxes, frame);
        };
    }

    /// The smallest box around all of them.
    public static Box around(Collection<Box> boxes) {
        return Boxes.around(boxes);
    }

    /// Whether it can do anything with so many boxes.
    public boolean suits(int boxes) {
        return switch (this) {
            case SPREAD_ACROSS, SPREAD_DOWN -> boxes >= LEAST_TO_SPREAD;
            case LEFT, CENTRE, RIGHT, TOP, MIDDLE, BOTTOM -> boxes >= 1;
        };
    }

    private Map<String, Box> aligned(Map<String, Box> boxes, Box frame) {
        Map<String, Box> result = new LinkedHashMap<>();
        boxes.forEach((id, box) -> {
            double x = switch (this) {
                case LEFT -> frame.x();
                case CENTRE -> frame.x() + (frame.width() - box.width()) / 2;
                case RIGHT -> frame.right() - box.width();
                default -> box.x();
            };
            double y = switch (this) {
                case TOP -> frame.y();
                case MIDDLE -> frame.y() + (frame.height() - box.height()) / 2;
                case BOTTOM -> frame.bottom() - box.height();
                default -> box.y();
            };
            result.put(id, Boxes.of(x, y, box.width(), box.height()));
        });
        return result;
    }

    private Map<String, Box> spread(
            Map<String, Box> boxes, Box frame, ToDoubleFunction<Box> start, ToDoubleFunction<Box> length) {
        if (boxes.size() < LEAST_TO_SPREAD) {
            return boxes;
        }
        List<Map.Entry<String, Box>> inOrder = new ArrayList<>(boxes.entrySet());
        inOrder.sort(Comparator.comparingDouble(entry -> start.applyAsDouble(entry.getValue())));
        double taken = boxes.values().stream().mapToDouble(length).sum();
        double gap = (length.applyAsDouble(frame) - taken) / (boxes.size() - 1);
        double at = start.applyAsDouble(frame);
        Map<String, Box> result = new LinkedHashMap<>();
        for (Map.Entry<String, Box> entry : inOrder) {
            Box box = entry.getValue();
            result.put(
                    entry.getKey(),
                    this == SPREAD_ACROSS
                            ? Boxes.of(at, box.y(), box.width(), box.height())
                            : Boxes.of(box.x(), at, box.width(), box.height()));
            at += length.applyAsDouble(box) + gap;
        }
        return result;
    }
}
