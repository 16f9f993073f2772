// Both engines use all cores, and some tests measure the memory of the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
