// libtorch uses all cores by itself, and some tests check state of the whole process: its memory, its global generator.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
