package org.redress.studio.web;

import java.util.Map;
import java.util.Optional;

import org.redress.shared.Problem;
import org.redress.studio.ModelSet;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** One side of a comparison, as the diagram viewer fetches it. */
final class Side {

    private Side() {
    }

    static ResponseEntity<byte[]> answer(Map<String, ModelSet> sides, String side, String file) {
        byte[] content = Optional.ofNullable(sides.get(side)).map(set -> set.files().get(file)).orElseThrow(() -> Problem.notFound("studio.compare.problem.noFile", file));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).cacheControl(CacheControl.noStore()).body(content);
    }
}
