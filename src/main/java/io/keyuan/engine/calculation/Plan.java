package io.keyuan.engine.calculation;

import io.keyuan.engine.Attribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a company's is calculated, each after everything it goes by. */
final class Plan {

    static final Plan NOTHING = new Plan(List.of());

    private final List<Known> inOrder;

    private Plan(List<Known> inOrder) {
        this.inOrder = inOrder;
    }

    /**
     * @param all in any order
     * @throws Circle where some go by each other
     */
    static Plan of(List<Known> all) {
        Map<Attribute<?>, Known> byAttribute = new LinkedHashMap<>();
        all.forEach(known -> byAttribute.put(known.attribute(), known));
        var order = new Ordering(byAttribute);
        all.forEach(order::visit);
        return new Plan(List.copyOf(order.done));
    }

    List<Known> inOrder() {
        return inOrder;
    }

    boolean isEmpty() {
        return inOrder.isEmpty();
    }

    /** Attributes that go by each other, from one to itself. */
    static final class Circle extends RuntimeException {

        private final transient List<Attribute<?>> way;

        Circle(List<Attribute<?>> way) {
            super(way.toString(), null, false, false);
            this.way = List.copyOf(way);
        }

        /** The whole way from one of them to itself; where that is not on it, from any. */
        List<Attribute<?>> from(Attribute<?> one) {
            int at = Math.max(0, way.indexOf(one));
            List<Attribute<?>> turned = new ArrayList<>(way.subList(at, way.size()));
            turned.addAll(way.subList(1, at + 1));
            return at == 0 ? way : turned;
        }
    }

    private static final class Ordering {

        private final Map<Attribute<?>, Known> all;
        private final List<Known> done = new ArrayList<>();
        private final Set<Known> visited = new HashSet<>();
        private final List<Attribute<?>> way = new ArrayList<>();

        Ordering(Map<Attribute<?>, Known> all) {
            this.all = all;
        }

        void visit(Known known) {
            int at = way.indexOf(known.attribute());
            if (at >= 0) {
                List<Attribute<?>> circle = new ArrayList<>(way.subList(at, way.size()));
                circle.add(known.attribute());
                throw new Circle(circle);
            }
            if (!visited.add(known)) {
                return;
            }
            way.add(known.attribute());
            for (Attribute<?> cause : known.causes()) {
                Known before = all.get(cause);
                if (before != null) {
                    visitCause(before);
                }
            }
            way.removeLast();
            done.add(known);
        }

        private void visitCause(Known before) {
            if (way.contains(before.attribute()) || !visited.contains(before)) {
                visit(before);
            }
        }
    }
}
