// Both engines use all cores by themselves, and some tests look at what the whole process shares: its memory.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
