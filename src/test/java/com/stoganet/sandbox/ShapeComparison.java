package com.stoganet.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds what differs between the shapes of a real server's answers and the sandbox's. */
final class ShapeComparison {
  private final List<Difference> differences = new ArrayList<>();

  private ShapeComparison() {}

  static List<Difference> of(Shapes real, Shapes sandbox) {
    ShapeComparison comparison = new ShapeComparison();
    real.byKind()
        .forEach(
            (kind, shape) -> {
              if (sandbox.byKind().containsKey(kind)) {
                comparison.kind(kind, shape, sandbox.byKind().get(kind));
              } else {
                String place = kind.replaceFirst(" \\(.*", "");
                comparison.add("less", place, Set.of("object"), Set.of(), shape.example(""));
              }
            });
    return comparison.differences;
  }

  private void kind(String kind, Shapes.Shape real, Shapes.Shape sandbox) {
    Set<String> members = new TreeSet<>(real.names());
    members.addAll(sandbox.names());
    for (String member : members) {
      Set<String> theirs = real.forms(member);
      Set<String> ours = sandbox.forms(member);
      if (member.endsWith("*") && (theirs.isEmpty() || ours.isEmpty())) {
        continue;
      }
      String place = kind.replaceFirst(" \\(.*", "") + " . " + member;
      if (ours.equals(Set.of(Shapes.ABSENT))) {
        add("less", place, theirs, ours, real.example(member));
      } else if (theirs.equals(Set.of(Shapes.ABSENT))) {
        add("more", place, theirs, ours, real.example(member));
      } else {
        if (ours.contains(Shapes.ABSENT) && !theirs.contains(Shapes.ABSENT)) {
          add("absent", place, theirs, ours, real.example(member));
        }
        if (ours.stream().anyMatch(form -> !plausible(form, theirs))) {
          add("form", place, theirs, ours, real.example(member));
        }
      }
    }
  }

  /** Whether a client that copes with these forms copes with this one, too. */
  private static boolean plausible(String form, Set<String> known) {
    if (known.contains(form) || form.equals(Shapes.ABSENT)) {
      return true;
    }
    boolean sometimesNothing = known.contains(Shapes.ABSENT) || known.contains("null");
    return switch (form) {
      case "integer" -> known.contains("number");
      case "[]" -> !sometimesNothing && known.stream().anyMatch(each -> each.startsWith("array"));
      case "{}" -> !sometimesNothing && known.contains("object");
      case "object" -> known.contains("{}");
      default ->
          form.startsWith("array")
              && known.contains("[]")
              && known.stream().noneMatch(each -> each.startsWith("array"));
    };
  }

  private void add(String what, String place, Set<String> real, Set<String> ours, String example) {
    differences.add(new Difference(what, place, real, ours, example));
  }
}
