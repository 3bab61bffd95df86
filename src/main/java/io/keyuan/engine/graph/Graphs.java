package io.keyuan.engine.graph;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Walks from a record along the links of the definitions: one statement for each level, object and way, however many records there are. */
@Component
class Graphs {

    static final int DEEPEST = 3;

    /** Of one record in one way; how many more there are is told. */
    private static final int EACH = 12;

    private static final int MOST = 150;

    private final Ways ways;
    private final Neighbours neighbours;
    private final Nodes nodes;

    Graphs(Ways ways, Neighbours neighbours, Nodes nodes) {
        this.ways = ways;
        this.neighbours = neighbours;
        this.nodes = nodes;
    }

    /**
     * @param nodes the record first, then the nearer ones first
     * @param truncated whether there are more records within reach than are told
     */
    record Graph(List<Node> nodes, List<Edge> edges, boolean truncated) {}

    /**
     * @param values its title and a few words
     * @param more what also stands next to it
     */
    record Node(String object, Object id, Object values, List<More> more) {}

    /**
     * @param object whose records
     * @param attribute points to the node
     * @param exact false where there are more than could be counted quickly
     */
    record More(String object, String attribute, int count, boolean exact) {}

    /**
     * @param object the link is of its records
     * @param attribute where it leads
     * @param record the one it is drawn for
     * @param title what that record is called, where it is neither of the two, and they are no two of a kind
     * @param as what it is, as a choice's code, of the attribute {@code asAttribute}
     */
    record Edge(
            UUID from, UUID to, String object, String attribute, UUID record, @Nullable String title,
            @Nullable String asAttribute, @Nullable String as, @Nullable String strengthAttribute, @Nullable String strength) {}

    /** @throws Problem where the record is not there, not for the caller, or on no map; where the depth is out of bounds */
    Graph of(ObjectType type, UUID id, int depth) {
        if (depth < 1 || depth > DEEPEST) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("depth", "bad-limit", DEEPEST));
        }
        if (!ways.areOf(type) || nodes.of(Map.of(id, type)).isEmpty()) {
            throw Problem.notFound();
        }
        var walk = new Walk(type, id, MOST);
        for (int level = 0; level < depth; level++) {
            walk.next().forEach((object, ids) -> ways.from(object).forEach(way -> walk.found(way, neighbours.of(way, ids, EACH))));
        }
        return told(walk);
    }

    private Graph told(Walk walk) {
        Map<UUID, Map<String, Object>> told = nodes.of(walk.records());
        List<Node> found = new ArrayList<>();
        walk.records().keySet().forEach(id -> {
            Map<String, Object> node = told.get(id);
            if (node != null) {
                found.add(new Node(String.valueOf(node.get("object")), id, Objects.requireNonNull(node.get("values")), more(walk.left(id))));
            }
        });
        List<Edge> edges = walk.steps().stream()
                .filter(step -> told.containsKey(step.from()) && told.containsKey(step.to()))
                .map(Graphs::edge)
                .toList();
        return new Graph(found, edges, walk.isEnded());
    }

    private static List<More> more(Map<Way, Walk.Left> left) {
        return left.entrySet().stream()
                .filter(entry -> entry.getValue().count() > 0)
                .map(entry -> new More(
                        entry.getKey().link().object().path(), entry.getKey().toNear().name(), entry.getValue().count(), entry.getValue().exact()))
                .toList();
    }

    private static Edge edge(Walk.Step step) {
        var link = step.link();
        return new Edge(
                step.from(), step.to(), link.object().path(), link.to().name(), step.neighbour().record(), step.neighbour().title(),
                link.as() == null ? null : link.as().name(), step.neighbour().as(),
                link.strength() == null ? null : link.strength().name(), step.neighbour().strength());
    }
}
