package liveroom.capture.show;

import java.util.Map;
import java.util.Objects;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Transition;
import tools.jackson.databind.JsonNode;

/// What animations and transitions are where nothing more is said than their kind.
final class MotionForms {
    private MotionForms() {}

    static Animation standard(Animation.Kind kind) {
        return switch (kind) {
            case CUT -> Animation.CUT;
            case FADE -> Animation.FADE;
            case SLIDE -> Animation.slide(Animation.Edge.BOTTOM);
            case SCALE -> Animation.scale();
        };
    }

    static Transition standard(Transition.Kind kind) {
        return switch (kind) {
            case CUT -> Transition.CUT;
            case FADE -> Transition.FADE;
            case STINGER -> Transition.STINGER;
        };
    }

    /// An object, or the name of its kind alone.
    ///
    /// @param objects what an object of each kind looks like
    record Motion(JsonForm<Animation.Kind> kinds, Map<Animation.Kind, JsonForm<Animation>> objects)
            implements JsonForm<Animation> {
        private static final String KIND = "kind";

        @Override
        public Animation read(JsonNode node, JsonPlace place) throws ShowFormatException {
            if (node.isString()) {
                return standard(kinds.read(node, place));
            }
            JsonNode kind = node.get(KIND);
            if (kind == null) {
                throw place.mustBe("cut, fade, slide, scale, or an object with a \"kind\"");
            }
            return form(kinds.read(kind, place.member(KIND))).read(node, place);
        }

        @Override
        public JsonNode write(Animation animation, Extent extent) {
            boolean usual = animation.equals(standard(animation.kind()));
            return extent == Extent.BRIEF && usual
                    ? kinds.write(animation.kind(), extent)
                    : form(animation.kind()).write(animation, extent);
        }

        private JsonForm<Animation> form(Animation.Kind kind) {
            return Objects.requireNonNull(objects.get(kind));
        }
    }
}
