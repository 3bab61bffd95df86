package io.keyuan.engine.graph;

import io.keyuan.engine.api.Addressed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What belongs with a record, and what it lies in. */
@RestController
class GraphController {

    private final Addressed addressed;
    private final Graphs graphs;
    private final Hierarchies hierarchies;

    GraphController(Addressed addressed, Graphs graphs, Hierarchies hierarchies) {
        this.addressed = addressed;
        this.graphs = graphs;
        this.hierarchies = hierarchies;
    }

    @GetMapping("/api/v1/{object}/{id}/graph")
    Graphs.Graph graph(@PathVariable String object, @PathVariable String id, @RequestParam(defaultValue = "1") int depth) {
        return graphs.of(addressed.object(object), addressed.id(id), depth);
    }

    @GetMapping("/api/v1/{object}/{id}/hierarchy")
    Hierarchies.Hierarchy hierarchy(@PathVariable String object, @PathVariable String id) {
        return hierarchies.of(addressed.object(object), addressed.id(id));
    }
}
