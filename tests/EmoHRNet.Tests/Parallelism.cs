// libtorch uses all cores by itself, and some tests look at what the whole process shares: its memory, its global generator.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
