import Dispatch
import Synchronization

/// Transforms the elements in parallel, and gives the results in the order of the elements.
///
/// Each worker takes the next element that nobody has taken and fills that element's own slot, so that the results do
/// not depend on the number of threads, of which there must be at least 1. `progress` is called from any worker with
/// the number of elements that are done.
func parallelMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], threads: Int, progress: (@Sendable (Int) -> Void)? = nil,
    transform: @Sendable (Element) -> Result
) -> [Result] {
    let next = Atomic(0)
    let done = Atomic(0)
    let slots = Mutex([Result?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, elements.count))) { _ in
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < elements.count else { return }
            let result = transform(elements[index])
            slots.withLock { $0[index] = result }
            progress?(done.add(1, ordering: .relaxed).newValue)
        }
    }
    return slots.withLock { $0.compactMap(\.self) }
}
